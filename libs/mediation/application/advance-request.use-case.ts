import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import { Turns } from '@bureau/platform';
import { advance, refusedNow } from '../domain/request/request.engine';
import type { RequestFacts } from '../domain/request/request.facts';
import type { Refusal } from '../domain/request/request.refusal';
import type { RequirementCode } from '../domain/request/requirements.catalogue';
import type { LaterEvent, Stamp, Stamped } from '../domain/vocabulary/events';
import { answerOf, type Answer } from './answer';
import { BureauRules } from './bureau-rules';
import { orDamaged } from './damaged-file';
import { PoolRules } from './pool-facts';
import { RequestStore, type StoredRequest } from './request.store';

export interface AdvanceCommand {
  readonly number: string;
  readonly event: LaterEvent;
  readonly actor: string;
  /** The revision the sender was looking at; left out when it does not matter. */
  readonly expectedRevision?: number;
  /** The sender's key for this change, with a hash of what was sent. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

export type AdvanceProblem =
  | { readonly because: 'refused'; readonly refusal: Refusal }
  | { readonly because: 'stale'; readonly revision: number }
  | { readonly because: 'unknown' }
  | { readonly because: 'key-used-otherwise' }
  | { readonly because: 'busy' };

/** Other processes can be first this often before the sender is asked to try again. */
const MOST_TRIES = 12;

/** Load, decide, save: the only way in which a running request changes. */
@Injectable()
export class AdvanceRequest {
  constructor(
    private readonly requests: RequestStore,
    private readonly pool: PoolRules,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
    private readonly turns: Turns,
  ) {}

  /** The event is applied once and durably, or nothing at all has changed. */
  execute(command: AdvanceCommand): Promise<Result<Answer, AdvanceProblem>> {
    const { number } = command;
    return this.turns.take(number, () => orDamaged(this.requests, number, () => this.inTurn(command)));
  }

  private async inTurn(command: AdvanceCommand): Promise<Result<Answer, AdvanceProblem>> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const earlier = await this.earlierAnswer(command);
      if (earlier) return earlier;
      const recalled = tries === 0 ? this.requests.recalled(command.number) : null;
      const stored = recalled ?? (await this.requests.load(command.number));
      if (!stored) return no({ because: 'unknown' });
      const attempt = await this.attempt(command, stored);
      if (attempt === 'again') continue;
      if (attempt.ok) return attempt;
      // A "no" that was decided from memory may be outdated: it is decided again on what is stored. And what is stored
      // may be this very change, which another process carried out after we looked for its key.
      if (!recalled) return (await this.earlierAnswer(command)) ?? attempt;
    }
    return no({ because: 'busy' });
  }

  private async earlierAnswer({
    actor,
    idempotency,
  }: AdvanceCommand): Promise<Result<Answer, AdvanceProblem> | null> {
    const kept = idempotency && (await this.requests.keptAnswer(actor, idempotency.key));
    if (!kept) return null;
    if (kept.bodyHash !== idempotency.bodyHash) return no({ because: 'key-used-otherwise' });
    return ok(JSON.parse(kept.answer) as Answer);
  }

  private async attempt(
    command: AdvanceCommand,
    stored: StoredRequest,
  ): Promise<Result<Answer, AdvanceProblem> | 'again'> {
    const { event, number, actor, idempotency, expectedRevision } = command;
    if (expectedRevision !== undefined && expectedRevision !== stored.revision)
      return no({ because: 'stale', revision: stored.revision });
    const { facts } = stored.snapshot;
    const stamp = this.stamp(actor, facts.latestAt);
    const refused = (codes: readonly RequirementCode[]) =>
      no({
        because: 'refused' as const,
        refusal: refusedNow(facts, { ...event, stamp } as Stamped<LaterEvent>, codes),
      });

    const decided = advance(stored.snapshot, event, stamp, this.rules.calendar);
    if (!decided.ok) return no({ because: 'refused', refusal: decided.error });
    const ofPool = await this.brokenPoolRules(event, facts);
    if (ofPool.length > 0) return refused(ofPool);

    const answer = answerOf(number, stored.revision + 1, event.type, decided.value);
    const result = await this.requests.save({
      number,
      before: stored,
      event,
      stamp,
      source: 'live',
      decision: decided.value,
      assignee: stored.assignee,
      kept: idempotency ? { actor, ...idempotency, answer: JSON.stringify(answer) } : null,
    });
    if (result === 'saved') return ok(answer);
    return result === 'mediator-booked' ? refused(['mediators-free']) : 'again';
  }

  /** Now, but never before the latest event: a clock that was set back must not stop a request. */
  private stamp(actor: string, latestAt: Stamp['at']): Stamp {
    const now = this.clock.now();
    const at = now < latestAt ? latestAt : now;
    return { at, on: localDate(at, this.rules.calendar.zone), actor };
  }

  private brokenPoolRules(event: LaterEvent, { pair }: RequestFacts): Promise<readonly RequirementCode[]> {
    if (event.type === 'mediators.proposed') return this.pool.pairProposed(event.mediators);
    if (event.type === 'mediators.replaced') {
      const { mediator: leaving, by: coming } = event;
      const members = pair?.members.map(({ mediator }) => mediator) ?? [];
      return this.pool.replaced({ leaving, coming, staying: members.filter((one) => one !== leaving) });
    }
    return NOTHING;
  }
}

const NOTHING: Promise<readonly RequirementCode[]> = Promise.resolve([]);
