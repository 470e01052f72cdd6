import type { BureauCalendar } from '@bureau/calendar';
import { no, ok, type Result } from '@bureau/kernel';
import { deadlineChanges, deadlinesOf, type Deadline, type DeadlineChange } from '../deadline/deadline.rules';
import type { EventOf, LaterEvent, RequestEvent, Stamp, Stamped } from '../vocabulary/events';
import { MachineSteps, type RequestState, type Standing } from './machine.steps';
import { phaseOf, type Phase } from './phase.rules';
import { RememberedSteps } from './remembered.steps';
import type { RequestFacts } from './request.facts';
import { MACHINE_VERSION, requestMachine } from './request.machine';
import type { RequestPolicy } from './request.policy';
import { reasonOf, stepsOf, unmetNeeds, type Reason, type Refusal } from './request.refusal';
import { REQUIREMENTS, type RequirementCode } from './requirements.catalogue';
import { unmetByRegistration } from './registration.needs';

/** A request as it is kept: plain JSON, with the version of the machine that wrote it. */
export interface RequestSnapshot {
  readonly machineVersion: string;
  readonly value: RequestState;
  readonly facts: RequestFacts;
}

/** What one accepted event comes to. Nothing has been written yet. */
export interface Decision {
  readonly next: RequestSnapshot;
  readonly phase: Phase;
  readonly deadlines: readonly Deadline[];
  readonly changes: readonly DeadlineChange[];
}

/** Opens a request; refused when the registration itself cannot stand. */
export function open(
  number: string,
  event: EventOf<'request.registered'>,
  stamp: Stamp,
  policy: RequestPolicy,
  calendar: BureauCalendar,
): Result<Decision, Refusal> {
  const unmet = unmetByRegistration(event, stamp);
  if (unmet.length > 0) return no(refusal(event.type, unmet, event, []));
  return ok(decision(null, machine.first({ ...event, number, policy, stamp }), calendar));
}

/**
 * What the event does to the request: `(snapshot, event, calendar) → Decision | Refusal`. Pure. A refusal changes
 * nothing and says what could be sent instead.
 */
export function advance(
  current: RequestSnapshot,
  event: LaterEvent,
  stamp: Stamp,
  calendar: BureauCalendar,
): Result<Decision, Refusal> {
  const stamped = { ...event, stamp } as Stamped<LaterEvent>;
  const unmet = unmetNeeds(current.facts, stamped);
  if (unmet.length > 0) return no(refusedNow(current.facts, stamped, unmet));
  return ok(decision(current.facts, remembered.next(current, stamped), calendar));
}

/** What a history holds of one event. Only the first, the registration, has the policy it was made under. */
export interface HistoryLine {
  readonly event: RequestEvent;
  readonly stamp: Stamp;
  readonly policy: RequestPolicy | null;
}

/**
 * The request after each event of its history, in order: what was accepted once is not judged again by newer rules.
 * By the machine itself, not from memory. Throws when the history does not begin with a registration, or the machine cannot take an event at its place.
 */
export function* foldHistory(number: string, history: readonly HistoryLine[]): Generator<RequestSnapshot> {
  const [first, ...rest] = history;
  if (first?.event.type !== 'request.registered' || !first.policy)
    throw new Error(`the history of ${number} does not begin with its registration`);
  const { event, stamp, policy } = first;
  let current = snapshotOf(machine.first({ ...event, number, policy, stamp, isHistory: true }));
  yield current;
  for (const line of rest) {
    current = snapshotOf(
      machine.next(current, { ...line.event, stamp: line.stamp, isHistory: true } as Stamped<LaterEvent>),
    );
    yield current;
  }
}

/** What a person could do next, and why not the rest. */
export const nextSteps = (facts: RequestFacts, stamp: Stamp) => stepsOf(facts, stamp);

/** A refusal for reasons found outside the request itself: the pool, or a calendar of bookings. */
export const refusedNow = (
  facts: RequestFacts,
  event: Stamped<LaterEvent>,
  codes: readonly RequirementCode[],
): Refusal =>
  refusal(
    event.type,
    codes,
    event,
    stepsOf(facts, event.stamp)
      .filter(({ blockedBy }) => blockedBy.length === 0)
      .map(({ type }) => type),
  );

const machine = new MachineSteps(requestMachine);
const remembered = new RememberedSteps(requestMachine);

const snapshotOf = ({ value, facts }: Standing): RequestSnapshot => ({
  machineVersion: MACHINE_VERSION,
  value,
  facts,
});

function decision(before: RequestFacts | null, standing: Standing, calendar: BureauCalendar): Decision {
  const next = snapshotOf(standing);
  const deadlines = deadlinesOf(next.facts, calendar);
  const earlier = before ? deadlinesOf(before, calendar) : [];
  return { next, phase: phaseOf(next.facts), deadlines, changes: deadlineChanges(earlier, deadlines) };
}

function refusal(
  type: string,
  codes: readonly RequirementCode[],
  event: object,
  allowed: Refusal['allowed'],
): Refusal {
  // What the request's state forbids is said first: nothing that was sent could make it right.
  const inOrder = [...codes].sort((a, b) => rank(a) - rank(b));
  const [first, ...rest] = inOrder.map((code) => reasonOf(code, event)) as [Reason, ...Reason[]];
  return { type, about: REQUIREMENTS[first.code].about, reasons: [first, ...rest], allowed };
}

const rank = (code: RequirementCode): number => (REQUIREMENTS[code].about === 'state' ? 0 : 1);
