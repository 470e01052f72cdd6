import { Injectable } from '@nestjs/common';
import { type FileName, Walls } from '@bureau/access';
import { Clock, type Instant } from '@bureau/kernel';

/** Two cases that an old register calls opposing, and who had to do with each. */
export interface RegisteredConflict {
  readonly cases: readonly [string, string];
  readonly people: readonly {
    readonly account: string;
    readonly number: string;
    readonly since: Instant;
    readonly until: Instant | null;
  }[];
}

export abstract class RegisteredConflicts {
  abstract all(): Promise<readonly RegisteredConflict[]>;
}

const aCase = (number: string): FileName => ({ kind: 'case', number });

/**
 * Puts up the walls that an imported register speaks of, with everybody on the side where the register shows them
 * first: as handler, as deputy, or in a contact moment. May be run again: walls that stand are left as they are.
 */
@Injectable()
export class WallOffRegister {
  constructor(
    private readonly conflicts: RegisteredConflicts,
    private readonly walls: Walls,
    private readonly clock: Clock,
  ) {}

  /** How many pairs of cases the register calls opposing. */
  async execute(): Promise<number> {
    const conflicts = await this.conflicts.all();
    // A case may have more than one opposing case: its people are noted once.
    const past = [
      ...new Map(
        conflicts.flatMap(({ people }) => people.map((one) => [`${one.number} ${one.account}`, one])),
      ).values(),
    ];
    await this.walls.known(past.map(({ number, ...rest }) => ({ ...rest, file: aCase(number) })));
    for (const { cases } of conflicts)
      await this.walls.raise({
        id: `register ${cases.join(' ')}`,
        basis: 'register',
        state: 'confirmed',
        files: [aCase(cases[0]), aCase(cases[1])],
        by: null,
        at: this.clock.now(),
      });
    return conflicts.length;
  }
}
