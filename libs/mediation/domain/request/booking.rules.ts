import { millisOf } from '@bureau/kernel';
import type { RequestFacts } from './request.facts';

/** A quarter of an hour that a mediator gives to a session, counted in quarters since 1970 UTC. */
export interface BookedSlot {
  readonly mediator: string;
  readonly slot: number;
  readonly sessionNo: number;
}

const QUARTER_MS = 15 * 60_000;

/** Every quarter that the sessions of a request take of its mediators: held ones, and planned ones while it runs. */
export function bookedSlots(facts: RequestFacts): BookedSlot[] {
  const { pair } = facts;
  if (!pair?.confirmedOn) return [];
  const taken = facts.sessions.filter(({ state }) => state === 'held' || (state === 'planned' && !facts.end));
  const slots = taken.flatMap(({ no, startsAt, minutes }) => {
    const start = millisOf(startsAt);
    const first = Math.floor(start / QUARTER_MS);
    const past = Math.ceil((start + minutes * 60_000) / QUARTER_MS);
    const quarters = Array.from({ length: past - first }, (_, index) => first + index);
    return pair.members.flatMap(({ mediator }) =>
      quarters.map((slot) => ({ mediator, slot, sessionNo: no })),
    );
  });
  // Two sessions that meet within one quarter take it once.
  return [...new Map(slots.map((slot) => [keyOf(slot), slot])).values()];
}

const keyOf = ({ mediator, slot }: BookedSlot): string => `${mediator} ${slot}`;

/** What must be let go and what must be taken to come from one set of bookings to another. */
export function bookingChanges(
  before: readonly BookedSlot[],
  after: readonly BookedSlot[],
): { readonly released: BookedSlot[]; readonly taken: BookedSlot[] } {
  const was = new Set(before.map(keyOf));
  const is = new Set(after.map(keyOf));
  return {
    released: before.filter((entry) => !is.has(keyOf(entry))),
    taken: after.filter((entry) => !was.has(keyOf(entry))),
  };
}
