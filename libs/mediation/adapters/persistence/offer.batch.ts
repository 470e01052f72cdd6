import { closeTask, outboxRow, type Row, type Write } from '@bureau/platform';
import { millisOf, type Instant } from '@bureau/kernel';
import type { RequestSave } from '../../application/request.store';

/** One proposal of a pair: `position` is its place in the history of the request. */
export interface Offer {
  readonly request: string;
  readonly position: number;
}

const idOf = ({ request, position }: Offer): string => `offer-${request}-${position}`;

/** Written with the proposal: whoever is woken by it works out until when the mediators have time to answer. */
export const offerMadeRow = (offer: Offer, at: Instant): Row =>
  outboxRow({ id: idOf(offer), kind: 'offer.lapse', subject: offer.request, ids: { ...offer }, at }, at);

/** Wakes when the time to answer is over. */
export const offerLapsesRow = (offer: Offer, lapsesAt: Instant, now: Instant): Row =>
  outboxRow(
    {
      id: `${idOf(offer)}-lapse`,
      kind: 'offer.lapse',
      subject: offer.request,
      ids: { ...offer, lapses: millisOf(lapsesAt) },
      at: lapsesAt,
    },
    now,
  );

export const NO_ANSWER = 'mediators-no-answer';

/** Events that are about the answer of a pair. */
const ANSWERS: readonly string[] = ['mediators.proposed', 'mediators.declined', 'mediators.accepted'];

/** What an event about the pair writes beside the rest; for every other event nothing. */
export function offerWrites({ number, event, stamp, before, decision }: RequestSave): Write[] {
  if (!ANSWERS.includes(event.type)) return [];
  const isSettled = event.type !== 'mediators.accepted' || decision.next.facts.pair?.confirmedOn !== null;
  const offer = { request: number, position: (before?.revision ?? 0) + 1 };
  return [
    ...(isSettled
      ? [closeTask({ subject: number, kind: NO_ANSWER }, { at: stamp.at, because: event.type })]
      : []),
    ...(event.type === 'mediators.proposed'
      ? [{ insert: 'outbox', rows: [offerMadeRow(offer, stamp.at)] }]
      : []),
  ];
}
