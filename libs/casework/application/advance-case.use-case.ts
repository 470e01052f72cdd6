import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, no, ok, type Instant, type Result } from '@bureau/kernel';
import { Turns } from '@bureau/platform';
import { advanceCase } from '../domain/case/case.engine';
import type { LaterCaseEvent, Stamp } from '../domain/case/case.events';
import { caseAnswer, type CaseAnswer, type CaseProblem } from './case.answer';
import { type Alongside, CaseStore, type StoredCase } from './case.store';
import { DeskRules } from './desk-rules';

/** An event, with what stands beside it in tables of its own. */
export interface Told {
  readonly event: LaterCaseEvent;
  readonly alongside?: Alongside;
}

export interface AdvanceCaseCommand {
  readonly number: string;
  /** What happened. A function where it depends on the case as it stands: asked again when somebody else was first. */
  readonly what: Told | ((stored: StoredCase, stamp: Stamp) => Promise<Told>);
  readonly actor: string;
  readonly expectedRevision?: number;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/** Other processes can be first this often before the sender is asked to try again. */
const MOST_TRIES = 12;

/** Load, decide, save: the only way in which a case changes after it was opened. */
@Injectable()
export class AdvanceCase {
  constructor(
    private readonly cases: CaseStore,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
    private readonly turns: Turns,
  ) {}

  /** The event is applied once and durably, or nothing at all has changed. */
  execute(command: AdvanceCaseCommand): Promise<Result<CaseAnswer, CaseProblem>> {
    return this.turns.take(`case ${command.number}`, () => this.inTurn(command));
  }

  private async inTurn(command: AdvanceCaseCommand): Promise<Result<CaseAnswer, CaseProblem>> {
    const { number, actor, idempotency, expectedRevision } = command;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = idempotency && (await this.cases.keptAnswer(actor, idempotency.key));
      if (kept)
        return kept.bodyHash === idempotency.bodyHash
          ? ok(JSON.parse(kept.answer) as CaseAnswer)
          : no({ because: 'key-used-otherwise' });
      const stored = await this.cases.load(number);
      if (!stored) return no({ because: 'unknown' });
      if (expectedRevision !== undefined && expectedRevision !== stored.revision)
        return no({ because: 'stale', revision: stored.revision });
      const attempt = await this.attempt(command, stored);
      if (attempt !== 'again') return attempt;
    }
    return no({ because: 'busy' });
  }

  private async attempt(
    { number, what, actor, idempotency }: AdvanceCaseCommand,
    stored: StoredCase,
  ): Promise<Result<CaseAnswer, CaseProblem> | 'again'> {
    const stamp = this.stamp(actor, stored.snapshot.facts.latestAt);
    const { event, alongside = {} } = typeof what === 'function' ? await what(stored, stamp) : what;
    const decided = advanceCase(stored.snapshot, event, stamp, this.rules.calendar);
    if (!decided.ok) return no({ because: 'refused', refusal: decided.error });
    const { handover } = alongside;
    const answer: CaseAnswer = {
      ...caseAnswer(number, stored.revision + 1, event.type, decided.value),
      ...(handover && { handover: ('add' in handover ? handover.add : handover.change).id }),
    };
    const result = await this.cases.save({
      number,
      before: stored,
      event,
      stamp,
      decision: decided.value,
      alongside,
      kept: idempotency ? { actor, ...idempotency, answer: JSON.stringify(answer) } : null,
    });
    return result === 'saved' ? ok(answer) : 'again';
  }

  /** Now, but never before the latest event: a clock that was set back must not stop a case. */
  private stamp(actor: string, latestAt: Instant): Stamp {
    const now = this.clock.now();
    const at = now < latestAt ? latestAt : now;
    return { at, on: localDate(at, this.rules.calendar.zone), actor };
  }
}
