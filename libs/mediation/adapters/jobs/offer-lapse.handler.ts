import { Injectable } from '@nestjs/common';
import { afterOfficeHours } from '@bureau/calendar';
import { instantFromMillis, millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import {
  Database,
  HandlesJob,
  type Job,
  JobHandler,
  openTasks,
  type Row,
  type WriteBatch,
} from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import { RequestStore } from '../../application/request.store';
import { OFFER_TERM } from '../../domain/task/offer.policy';
import { NO_ANSWER, type Offer, offerLapsesRow, offerMadeRow } from '../persistence/offer.batch';
import type { RequestDeadlineRow } from '../persistence/request.rows';

const DAY_MS = 86_400_000;
const MOST_LOST = 100;
/** Between looking for lost offers: the time to answer is hours, and a large bureau has many open deadlines to go through. */
const REST_MS = 10 * 60_000;

/**
 * Looks after an offer to a pair of mediators: when their time is over and one of them has not answered, the
 * coordinator is asked to go to the next pair. Nothing is decided for anybody: an answer that comes late still counts.
 */
@Injectable()
@HandlesJob('offer.lapse')
export class OfferLapseHandler extends JobHandler {
  private lookedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly requests: RequestStore,
    private readonly rules: BureauRules,
  ) {
    super();
  }

  async handle({ ids }: Job, now: Instant): Promise<WriteBatch | null> {
    const offer: Offer = { request: String(ids['request']), position: Number(ids['position']) };
    const lapses = ids['lapses'];
    return lapses === undefined ? this.made(offer, now) : this.lapsed(offer, Number(lapses), now);
  }

  private async made(offer: Offer, now: Instant): Promise<WriteBatch | null> {
    const [proposal] = await this.database.read<{ at: string }>(
      'SELECT at FROM request_event WHERE request = ? AND position = ?',
      [offer.request, offer.position],
    );
    if (!proposal) return null;
    const { hours, office } = OFFER_TERM;
    const lapsesAt = afterOfficeHours(proposal.at as Instant, hours, office, this.rules.calendar);
    const row = offerLapsesRow(offer, lapsesAt, now);
    return { writes: [{ insert: 'outbox', rows: [row], onConflict: { key: ['id'], then: 'ignore' } }] };
  }

  private async lapsed(offer: Offer, lapses: number, now: Instant): Promise<WriteBatch | null> {
    if (lapses > millisOf(now)) throw new Error('the mediators still have time to answer');
    const stored = await this.requests.load(offer.request);
    const pair = stored?.snapshot.facts.pair;
    const unanswered =
      pair?.members.filter(({ accepted }) => !accepted).map(({ mediator }) => mediator) ?? [];
    const deadline = await this.deadline(offer.request);
    const isOpen = deadline?.state === 'open' && (await this.isLatest(offer));
    if (!stored || !pair || pair.confirmedOn !== null || unanswered.length === 0 || !isOpen) return null;
    const task = {
      id: `offer-${offer.request}-${offer.position}-no-answer`,
      subject: offer.request,
      kind: NO_ANSWER,
      stage: 'overdue' as const,
      deadline: { kind: 'mediators-matched', revision: deadline.revision },
      forRole: 'coordinator',
      dueOn: deadline.due_on as PlainDate,
      detail: { mediators: unanswered, lapsedAt: instantFromMillis(lapses) },
    };
    return {
      // As it was read: an answer that came meanwhile goes first.
      guard: {
        change: 'mediation_request',
        where: { number: offer.request, revision: stored.revision },
        set: { assignee: stored.assignee },
      },
      writes: [openTasks([task], now)],
    };
  }

  private async deadline(request: string) {
    const [row] = await this.database.read<Pick<RequestDeadlineRow, 'state' | 'revision' | 'due_on'>>(
      "SELECT state, revision, due_on FROM request_deadline WHERE request = ? AND kind = 'mediators-matched'",
      [request],
    );
    return row;
  }

  private async isLatest({ request, position }: Offer): Promise<boolean> {
    const [last] = await this.database.read<{ position: number | null }>(
      "SELECT MAX(position) AS position FROM request_event WHERE request = ? AND type = 'mediators.proposed'",
      [request],
    );
    return last?.position === position;
  }

  /** Proposals of pairs that are still awaited and that nothing looks after any more. */
  override async lost(now: Instant): Promise<readonly Row[]> {
    const at = millisOf(now);
    if (Math.abs(at - this.lookedAt) < REST_MS) return [];
    this.lookedAt = at;
    const unmatched = `SELECT request FROM request_deadline WHERE kind = 'mediators-matched' AND state = 'open'`;
    const lost = await this.database.read<Offer & { readonly at: string }>(
      `SELECT e.request, e.position, e.at FROM (
         ${unmatched} AND fired_at IS NULL AND due_at BETWEEN ? AND ?
         UNION ALL ${unmatched} AND fired_at > ?) d
       JOIN request_event e ON e.request = d.request AND e.type = 'mediators.proposed'
       LEFT JOIN outbox made ON made.id = 'offer-' || e.request || '-' || e.position
       LEFT JOIN outbox lapse ON lapse.id = 'offer-' || e.request || '-' || e.position || '-lapse'
       WHERE lapse.id IS NULL AND (made.id IS NULL OR made.delivered_at IS NOT NULL) LIMIT ?`,
      [at, at + 14 * DAY_MS, at - 60 * DAY_MS, MOST_LOST],
    );
    return lost.map(({ request, position, at: made }) =>
      offerMadeRow({ request, position }, made as Instant),
    );
  }
}
