import type { View } from '../logbook';
import type { Violation } from './promise';

/** Somebody became a party to a request, or ceased to be one, as the witness saw it. */
export interface PartyWrite {
  readonly line: number;
  readonly seen_at: number;
  readonly gone: number;
  readonly request: string;
  readonly person: string;
}

/** An answer and a change may cross: the caller's clock stops a little after the answer was made. */
const CROSSING_MS = 50;

/** Whatever was shown must have been the caller's at some moment between the call and its answer. */
export function forbiddenViews(views: readonly View[], parties: readonly PartyWrite[]): Violation[] {
  const violations: Violation[] = [];
  const spans = spansOf(parties);
  const refusals = new Map<string, string>();
  for (const view of views) {
    for (const number of view.shown) {
      const isTheirs = (spans.get(`${view.person} ${number}`) ?? []).some(
        ({ from, until }) => from <= view.gotAt + CROSSING_MS && until >= view.sentAt - CROSSING_MS,
      );
      if (!isTheirs)
        violations.push({ promise: 'views', what: `${view.person} was shown ${number} at ${view.door}` });
    }
    if (view.refusal === '') continue;
    const door = view.door.replace(/MB-\d{4}-\d+/, '…');
    const usual = refusals.get(door) ?? view.refusal;
    refusals.set(door, usual);
    if (usual !== view.refusal)
      violations.push({
        promise: 'views',
        what: `${door} refuses in two ways: ${usual} and ${view.refusal}`,
      });
  }
  return violations;
}

interface Span {
  readonly from: number;
  until: number;
}

function spansOf(parties: readonly PartyWrite[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { person, request, seen_at: at, gone } of [...parties].sort(
    (one, other) => one.line - other.line,
  )) {
    const of = spans.get(`${person} ${request}`) ?? [];
    const open = of.find(({ until }) => until === Infinity);
    if (gone && open) open.until = at;
    else if (!gone && !open) of.push({ from: at, until: Infinity });
    spans.set(`${person} ${request}`, of);
  }
  return spans;
}
