import { createActor, initialTransition, type SnapshotFrom } from 'xstate';
import type { BureauCalendar } from '@bureau/calendar';
import { no, ok, type Result } from '@bureau/kernel';
import { followUpOf, type FollowUp } from '../follow-up/follow-up.rules';
import type { CaseState } from '../vocabulary/facets.catalogue';
import type { CaseEvent, FirstCaseEvent, LaterCaseEvent, Stamp, StampedCase } from './case.events';
import type { CaseFacts } from './case.facts';
import { CASE_MACHINE_VERSION, caseMachine, type FirstTaken } from './case.machine';
import { caseRefusal, type CaseRefusal, stepsLeftOpen, unmetByCase, unmetByFirst } from './case.refusal';

type MachineSnapshot = SnapshotFrom<typeof caseMachine>;

/** A case as it is kept: plain JSON, with the version of the machine that wrote it. */
export interface CaseSnapshot {
  readonly machineVersion: string;
  readonly state: CaseState;
  readonly facts: CaseFacts;
}

/** What one accepted event comes to. Nothing has been written yet. */
export interface CaseDecision {
  readonly next: CaseSnapshot;
  readonly followUp: FollowUp | null;
  /** True when the follow-up opened, moved, was met or dropped by this event. */
  readonly followUpChanged: boolean;
}

/** Begins a case; refused when what was sent cannot stand by itself. */
export function openCase(
  number: string,
  event: FirstCaseEvent,
  stamp: Stamp,
  calendar: BureauCalendar,
): Result<CaseDecision, CaseRefusal> {
  const stamped: FirstTaken = { ...event, number, stamp };
  const unmet = unmetByFirst(stamped);
  if (unmet.length > 0) return no(caseRefusal(event, unmet, []));
  return ok(decision(null, taken(unopened(), stamped), calendar));
}

/** What the event does to the case: pure. A refusal changes nothing and says what could be sent instead. */
export function advanceCase(
  current: CaseSnapshot,
  event: LaterCaseEvent,
  stamp: Stamp,
  calendar: BureauCalendar,
): Result<CaseDecision, CaseRefusal> {
  const stamped: StampedCase<LaterCaseEvent> = { ...event, stamp };
  const unmet = unmetByCase(current.facts, stamped);
  if (unmet.length > 0) return no(caseRefusal(event, unmet, stepsLeftOpen(current.facts)));
  return ok(decision(current.facts, taken(restored(current), stamped), calendar));
}

export interface CaseHistoryLine {
  readonly event: CaseEvent;
  readonly stamp: Stamp;
}

/**
 * The case after each event of its history, in order: what was accepted once is not judged again by newer rules.
 * Throws when the history does not begin with an opening or an import.
 */
export function* foldCase(number: string, history: readonly CaseHistoryLine[]): Generator<CaseSnapshot> {
  let current = unopened();
  for (const [index, { event, stamp }] of history.entries()) {
    const isFirst = event.type === 'case.opened' || event.type === 'case.imported';
    if (isFirst !== (index === 0))
      throw new Error(`the history of case ${number} does not begin with its opening`);
    current = taken(
      current,
      isFirst ? { ...event, number, stamp, isHistory: true } : { ...event, stamp, isHistory: true },
    );
    yield snapshotOf(current);
  }
}

/** This machine starts no actors and orders no effects: one scope serves every step. */
const actor = createActor(caseMachine);
const nothing = (): void => undefined;
const scope: Parameters<typeof caseMachine.transition>[2] = {
  self: actor,
  system: actor.system,
  id: '',
  sessionId: '',
  logger: nothing,
  defer: nothing,
  emit: nothing,
  stopChild: nothing,
  actionExecutor: nothing,
};

const [initial] = initialTransition(caseMachine);
const unopened = (): MachineSnapshot => initial;

/** The states a case can be in, as the machine's own snapshots: finding a node takes as long as a whole step. */
const standing: Readonly<Record<CaseState, MachineSnapshot>> = {
  open: resolved('open'),
  follow_up: resolved('follow_up'),
  closed: resolved('closed'),
  handed_over: resolved('handed_over'),
};

function resolved(value: CaseState): MachineSnapshot {
  return caseMachine.resolveState({ value, context: {} as CaseFacts });
}

const restored = ({ state, facts }: CaseSnapshot): MachineSnapshot => ({
  ...standing[state],
  context: facts,
});

function taken(snapshot: MachineSnapshot, event: FirstTaken | StampedCase<LaterCaseEvent>): MachineSnapshot {
  const next = caseMachine.transition(snapshot, event, scope);
  if (next === snapshot) throw new Error(`the machine does not take ${event.type} in this case`);
  return next;
}

const snapshotOf = (snapshot: MachineSnapshot): CaseSnapshot => ({
  machineVersion: CASE_MACHINE_VERSION,
  state: snapshot.value as CaseState,
  facts: snapshot.context,
});

function decision(
  before: CaseFacts | null,
  snapshot: MachineSnapshot,
  calendar: BureauCalendar,
): CaseDecision {
  const next = snapshotOf(snapshot);
  const followUp = followUpOf(next.facts, calendar);
  const earlier = before && followUpOf(before, calendar);
  return { next, followUp, followUpChanged: JSON.stringify(earlier) !== JSON.stringify(followUp) };
}
