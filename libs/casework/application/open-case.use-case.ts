import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, no, ok, type PlainDate, type Result } from '@bureau/kernel';
import { Turns } from '@bureau/platform';
import { openCase } from '../domain/case/case.engine';
import type { CaseEventOf, Stamp } from '../domain/case/case.events';
import type { Person } from '../domain/people/person';
import { caseAnswer, type CaseAnswer, type CaseProblem } from './case.answer';
import { CaseStore } from './case.store';
import { DeskRules } from './desk-rules';

export type NewCase = Omit<CaseEventOf<'case.opened'>, 'type' | 'people' | 'openedOn'> & {
  /** Today, when left out. */
  readonly openedOn?: PlainDate;
};

export interface OpenCaseCommand {
  readonly opened: NewCase;
  readonly people: readonly Person[];
  readonly actor: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

const MOST_TRIES = 200;

/** Gives out the next number of the year and opens the case under it. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly cases: CaseStore,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
    private readonly turns: Turns,
  ) {}

  /** The case exists durably under its number, or nothing has been written. No number is given out twice. */
  execute(command: OpenCaseCommand): Promise<Result<CaseAnswer, CaseProblem>> {
    return this.turns.take('the next case number', () => this.inTurn(command));
  }

  private async inTurn({ opened, people, actor, idempotency }: OpenCaseCommand) {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = idempotency && (await this.cases.keptAnswer(actor, idempotency.key));
      if (kept)
        return kept.bodyHash === idempotency.bodyHash
          ? ok(JSON.parse(kept.answer) as CaseAnswer)
          : no({ because: 'key-used-otherwise' } as const);
      const stamp = this.stamp(actor);
      const event: CaseEventOf<'case.opened'> = {
        type: 'case.opened',
        ...opened,
        openedOn: opened.openedOn ?? stamp.on,
        people: people.map(({ key, role }) => ({ key, role })),
      };
      const number = await this.nextNumber(event.openedOn);
      const decided = openCase(number, event, stamp, this.rules.calendar);
      if (!decided.ok) return no({ because: 'refused', refusal: decided.error } as const);
      const answer = caseAnswer(number, 1, event.type, decided.value);
      const result = await this.cases.save({
        number,
        before: null,
        event,
        stamp,
        decision: decided.value,
        alongside: { people },
        kept: idempotency ? { actor, ...idempotency, answer: JSON.stringify(answer) } : null,
      });
      if (result === 'saved') return ok(answer);
    }
    return no({ because: 'busy' } as const);
  }

  private stamp(actor: string): Stamp {
    const at = this.clock.now();
    return { at, on: localDate(at, this.rules.calendar.zone), actor };
  }

  /** The year is that of the opening: a case counts in it. */
  private async nextNumber(openedOn: PlainDate): Promise<string> {
    const year = openedOn.slice(0, 4);
    const sequence = (await this.cases.lastSequence(Number(year))) + 1;
    return `${year}-${String(sequence).padStart(5, '0')}`;
  }
}
