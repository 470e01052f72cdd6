import { Injectable } from '@nestjs/common';
import { Walls } from '@bureau/access';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import { ConflictChecks } from './conflict.ports';

export type DecisionRefusal = 'unknown-check' | 'own-check';

export interface DecisionInput {
  readonly check: string;
  readonly decision: 'conflict' | 'no-conflict';
  readonly reason: string;
  readonly actor: string;
}

/** Somebody else than who checked decides: the walls of the check are confirmed, or taken down. */
@Injectable()
export class DecideConflict {
  constructor(
    private readonly checks: ConflictChecks,
    private readonly walls: Walls,
    private readonly clock: Clock,
  ) {}

  async execute({
    check: id,
    decision,
    reason,
    actor,
  }: DecisionInput): Promise<Result<'done', DecisionRefusal>> {
    const check = await this.checks.find(id);
    if (!check?.isOpen) return no('unknown-check');
    if (check.checkedBy === actor) return no('own-check');
    const at = this.clock.now();
    if ((await this.checks.decide({ check: id, decision, by: actor, at, reason })) === 'unknown')
      return no('unknown-check');
    const isConflict = decision === 'conflict';
    for (const { wall, state } of check.candidates)
      if (wall && state === 'suspected') await this.walls.decide({ wall, isConflict, by: actor, reason, at });
    return ok('done');
  }
}
