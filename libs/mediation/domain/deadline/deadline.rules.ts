import { dueDate, endOfDay, nextWorkingDay, type BureauCalendar, type DueDate } from '@bureau/calendar';
import { addDays, daysBetween, latest, type Instant, type PlainDate } from '@bureau/kernel';
import type { OverrideFacts, RequestFacts } from '../request/request.facts';
import { isSuspended } from '../request/request.questions';
import { anchoredIn } from './deadline.anchoring';
import type { Anchor } from './deadline.anchors';
import {
  DEADLINES,
  DEADLINE_KINDS,
  type Count,
  type DeadlineKind,
  type DeadlineRule,
} from './deadline.catalogue';
import { CONDITIONS, MILESTONES } from './deadline.milestones';

export type DeadlineState = 'open' | 'paused' | 'met' | 'dropped';

/** One deadline of a request as the facts and the calendar make it, with all that explains its date. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly state: DeadlineState;
  /** The last day in time: what the rule gives, or what a person put in its place. */
  readonly dueOn: PlainDate;
  /** From this moment on it is overdue. */
  readonly dueAt: Instant;
  readonly metOn: PlainDate | null;
  readonly counted: Counted;
  readonly override: Pick<OverrideFacts, 'dueOn' | 'by'> | null;
  /** True when a date under an override has moved since: a person must look again. */
  readonly reviewNeeded: boolean;
}

export interface Counted {
  readonly count: Count;
  readonly anchorOn: PlainDate;
  /** True while the day counted from is only expected. */
  readonly isExpected: boolean;
  /** What the rule alone gives, after rolling over and pauses. */
  readonly on: PlainDate;
  readonly rolledOver: DueDate['rolledOver'];
  readonly pausedDays: number;
}

interface Worked {
  readonly calendar: BureauCalendar;
  readonly deadlines: readonly Deadline[];
}

/** Facts never change, so what was worked out of them stands for as long as somebody holds them. */
const worked = new WeakMap<RequestFacts, Worked>();

/** Every deadline whose anchor is known, in the order of the catalogue. */
export function deadlinesOf(facts: RequestFacts, calendar: BureauCalendar): readonly Deadline[] {
  const known = worked.get(facts);
  if (known?.calendar === calendar) return known.deadlines;
  const deadlines: Deadline[] = [];
  for (const kind of DEADLINE_KINDS) {
    const anchored = anchoredIn(kind, facts);
    if (anchored) deadlines.push(deadlineOf(kind, anchored, facts, calendar));
  }
  worked.set(facts, { calendar, deadlines });
  return deadlines;
}

function deadlineOf(
  kind: DeadlineKind,
  { count, anchor }: { readonly count: Count; readonly anchor: Anchor },
  facts: RequestFacts,
  calendar: BureauCalendar,
): Deadline {
  const rule: DeadlineRule = DEADLINES[kind];
  const metOn = MILESTONES[rule.metBy](facts);
  const { length, unit, direction } = count;
  // Field by field: a spread of counts with and without `only` makes terms of several shapes, and that costs the most.
  const due = dueDate(anchor.on, { length, unit, direction, regime: rule.regime }, calendar);
  // What counts back from a day that is fixed stays; what the bureau's own clock leads to moves with it.
  const runsFrom = count.direction === 'forward' ? anchor.on : (anchor.expected?.since ?? null);
  const pauses = rule.clock === 'bureau' && runsFrom !== null;
  const on = pauses ? afterPauses(due.on, runsFrom, metOn, count, facts, calendar) : due.on;
  const override = facts.overrides[kind] ?? null;
  const dueOn = override?.dueOn ?? on;
  const atMoment = anchor.at && count.length === 0 && !override ? anchor.at : null;
  const runs = CONDITIONS[rule.runsWhile](facts);
  return {
    kind,
    state: metOn ? 'met' : !runs ? 'dropped' : pauses && isSuspended(facts) ? 'paused' : 'open',
    dueOn,
    dueAt: atMoment ?? endOfDay(dueOn, calendar.zone),
    metOn,
    counted: {
      count,
      anchorOn: anchor.on,
      isExpected: anchor.expected !== undefined,
      on,
      rolledOver: due.rolledOver,
      pausedDays: daysBetween(due.on, on),
    },
    override: override && { dueOn: override.dueOn, by: override.by },
    reviewNeeded: override !== null && override.anchorOn !== anchor.on,
  };
}

/** The due day moved by the real length of every pause that fell within the term. */
function afterPauses(
  counted: PlainDate,
  anchorOn: PlainDate,
  metOn: PlainDate | null,
  count: Count,
  facts: RequestFacts,
  calendar: BureauCalendar,
): PlainDate {
  let on = counted;
  for (const { from, to } of facts.pauses) {
    const begins = latest(from, anchorOn);
    const withinTerm = begins <= on && to > begins && (metOn === null || from < metOn);
    if (withinTerm) on = addDays(on, daysBetween(begins, to));
  }
  return count.unit === 'working_day' && on !== counted ? nextWorkingDay(on, calendar) : on;
}

/** What one event did to one deadline. */
export interface DeadlineChange {
  readonly change: 'opened' | 'moved' | 'met' | 'paused' | 'resumed' | 'dropped' | 'reopened' | 'flagged';
  readonly deadline: Deadline;
  /** Where it stood before, when it moved. */
  readonly from: PlainDate | null;
}

/** What changed between two moments of one request. A deadline that never ran is not mentioned. */
export function deadlineChanges(before: readonly Deadline[], after: readonly Deadline[]): DeadlineChange[] {
  const earlier = new Map(before.map((deadline) => [deadline.kind, deadline]));
  const now = new Set(after.map(({ kind }) => kind));
  const gone = before
    .filter(({ kind, state }) => !now.has(kind) && state !== 'dropped' && state !== 'met')
    .map((deadline): DeadlineChange => ({
      change: 'dropped',
      deadline: { ...deadline, state: 'dropped' },
      from: null,
    }));
  return [...after.flatMap((deadline) => changeOf(earlier.get(deadline.kind) ?? null, deadline)), ...gone];
}

function changeOf(before: Deadline | null, after: Deadline): DeadlineChange[] {
  const moved = before !== null && (before.dueOn !== after.dueOn || before.dueAt !== after.dueAt);
  const change = changeBetween(before, after, moved);
  return change ? [{ change, deadline: after, from: moved && before ? before.dueOn : null }] : [];
}

function changeBetween(
  before: Deadline | null,
  after: Deadline,
  moved: boolean,
): DeadlineChange['change'] | null {
  if (!before || before.state === 'dropped') {
    if (after.state === 'dropped') return null;
    // A deed that was done before anyone waited for it opens no deadline that could be missed.
    return after.state === 'met' ? 'met' : 'opened';
  }
  if (after.state !== before.state) {
    if (after.state === 'met' || after.state === 'dropped' || after.state === 'paused') return after.state;
    return before.state === 'paused' ? 'resumed' : 'reopened';
  }
  if (moved) return 'moved';
  if (after.reviewNeeded && !before.reviewNeeded) return 'flagged';
  return null;
}
