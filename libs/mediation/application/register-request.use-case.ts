import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import { Turns } from '@bureau/platform';
import { open } from '../domain/request/request.engine';
import type { Refusal } from '../domain/request/request.refusal';
import type { EventOf, Stamp } from '../domain/vocabulary/events';
import { answerOf, type Answer } from './answer';
import { BureauRules } from './bureau-rules';
import { RequestStore } from './request.store';

export interface RegisterCommand {
  readonly event: EventOf<'request.registered'>;
  readonly actor: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

export type RegisterProblem =
  | { readonly because: 'refused'; readonly refusal: Refusal }
  | { readonly because: 'key-used-otherwise' }
  | { readonly because: 'busy' };

const MOST_TRIES = 200;

/** Gives out the next number of the year and opens the request under it. */
@Injectable()
export class RegisterRequest {
  constructor(
    private readonly requests: RequestStore,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
    private readonly turns: Turns,
  ) {}

  /** The request exists durably under its number, or nothing has been written. No number is given out twice. */
  execute(command: RegisterCommand): Promise<Result<Answer, RegisterProblem>> {
    // Of any number at the same moment only one can have the next number: the others need not even try.
    return this.turns.take('the next number', () => this.inTurn(command));
  }

  private async inTurn({
    event,
    actor,
    idempotency,
  }: RegisterCommand): Promise<Result<Answer, RegisterProblem>> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const kept = idempotency && (await this.requests.keptAnswer(actor, idempotency.key));
      if (kept)
        return kept.bodyHash === idempotency.bodyHash
          ? ok(JSON.parse(kept.answer) as Answer)
          : no({ because: 'key-used-otherwise' });
      const stamp = this.stamp(actor);
      const number = await this.nextNumber(Number(stamp.on.slice(0, 4)));
      const decided = open(number, event, stamp, this.rules.requestPolicy, this.rules.calendar);
      if (!decided.ok) return no({ because: 'refused', refusal: decided.error });
      const answer = answerOf(number, 1, event.type, decided.value);
      const result = await this.requests.save({
        number,
        before: null,
        event,
        stamp,
        source: 'live',
        decision: decided.value,
        assignee: actor,
        kept: idempotency ? { actor, ...idempotency, answer: JSON.stringify(answer) } : null,
      });
      if (result === 'saved') return ok(answer);
    }
    return no({ because: 'busy' });
  }

  private stamp(actor: string): Stamp {
    const at = this.clock.now();
    return { at, on: localDate(at, this.rules.calendar.zone), actor };
  }

  private async nextNumber(year: number): Promise<string> {
    const sequence = (await this.requests.lastSequence(year)) + 1;
    return `MB-${year}-${String(sequence).padStart(3, '0')}`;
  }
}
