import { anchoredIn } from '../deadline/deadline.anchoring';
import type { EventType, ParentKey, Payloads, Stamp } from '../vocabulary/events';
import type {
  CuratorFacts,
  EndFacts,
  ParentFacts,
  RequestFacts,
  ScreeningFacts,
  SessionFacts,
} from './request.facts';
import { datesOnly } from './registration.recording';
import { stageOf } from './request.questions';

type Recording<T extends EventType> = (
  facts: RequestFacts,
  event: Payloads[T],
  stamp: Stamp,
) => Partial<RequestFacts>;

const ofParent = (
  facts: RequestFacts,
  key: ParentKey,
  change: Partial<ParentFacts>,
): Partial<RequestFacts> => ({
  parents: { ...facts.parents, [key]: { ...facts.parents[key], ...change } },
});

const ofSession = (
  facts: RequestFacts,
  no: number,
  change: Partial<SessionFacts>,
): Partial<RequestFacts> => ({
  sessions: facts.sessions.map((session) =>
    session.no === no && session.state === 'planned' ? { ...session, ...change } : session,
  ),
});

/** The curator meant when only one can be: several at once must be told apart by name. */
export const curatorMeant = (
  facts: RequestFacts,
  named: string | undefined,
  steps: readonly string[],
): CuratorFacts | null => {
  const fitting = facts.curators.filter(
    ({ curator, step }) => steps.includes(step) && (named === undefined || curator === named),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

const ofCurator = (
  facts: RequestFacts,
  curator: string | undefined,
  change: Partial<CuratorFacts>,
): Partial<RequestFacts> => ({
  curators: facts.curators.map((entry) =>
    entry.curator === curator && entry.step !== 'declined' && entry.step !== 'discharged'
      ? { ...entry, ...change }
      : entry,
  ),
});

const pausedUntil = (facts: RequestFacts, stamp: Stamp): Partial<RequestFacts> =>
  facts.suspendedOn === null
    ? {}
    : { suspendedOn: null, pauses: [...facts.pauses, { from: facts.suspendedOn, to: stamp.on }] };

const ended = (
  facts: RequestFacts,
  how: EndFacts['how'],
  reason: string | null,
  stamp: Stamp,
): Partial<RequestFacts> => ({
  end: { how, stage: stageOf(facts), on: stamp.on, reason },
  ...pausedUntil(facts, stamp),
});

/** What each event writes down. Pure; called only for an event that has been accepted. */
export const RECORDINGS: { readonly [T in Exclude<EventType, 'request.registered'>]: Recording<T> } = {
  'court.dates_changed': (facts, { reason: _, ...dates }) => ({
    court: { ...facts.court, ...datesOnly(dates) },
  }),
  'directions_hearing.held': ({ court }, { decisions }, { on }) => ({
    hearing: {
      on,
      plannedOn: court.directionsHearingOn ?? on,
      decisions: { A: decisions.A, B: decisions.B },
    },
  }),
  'information_talk.held': (facts, { parent, outcome }, { on }) =>
    ofParent(facts, parent, { talk: { outcome, on } }),
  'screening.completed': (facts, { parent, round, result, safeguards = [] }, { on, actor }) => {
    const screening: ScreeningFacts = { result, on, by: actor, safeguards: [...safeguards] };
    return ofParent(facts, parent, {
      screenings: { ...facts.parents[parent].screenings, [round]: screening },
      noGo: result === 'no_go' ? { by: actor, on } : null,
    });
  },
  'agreement_to_mediate.signed': (facts, { parent }, { on }) => ofParent(facts, parent, { signedOn: on }),
  'funding.settled': (facts, { parent }, { on }) => ofParent(facts, parent, { fundedOn: on }),
  'information.received': (facts, { parent }, { on }) => ofParent(facts, parent, { informedOn: on }),
  'mediators.proposed': (_, { mediators }) => ({
    pair: { members: mediators.map((mediator) => ({ mediator, accepted: false })), confirmedOn: null },
  }),
  'mediators.accepted': ({ pair }, { mediator }, { on }) => {
    const members = (pair?.members ?? []).map((member) =>
      member.mediator === mediator ? { mediator, accepted: true } : member,
    );
    return { pair: { members, confirmedOn: members.every(({ accepted }) => accepted) ? on : null } };
  },
  'mediators.declined': () => ({ pair: null }),
  'mediators.replaced': ({ pair }, { mediator, by }) => ({
    pair: pair && {
      ...pair,
      members: pair.members.map((member) =>
        member.mediator === mediator ? { mediator: by, accepted: true } : member,
      ),
    },
  }),
  'intake.held': (facts, { parent, result }, { on }) => ofParent(facts, parent, { intake: { result, on } }),
  'curator.asked': (facts, { curator, children }, { on }) => ({
    curators: [
      ...facts.curators,
      { curator, children: [...children], step: 'asked', askedOn: on, appointedOn: null, reportedOn: null },
    ],
  }),
  'curator.accepted': (facts, { curator }) => ofCurator(facts, curator, { step: 'accepted' }),
  'curator.declined': (facts, { curator }) => ofCurator(facts, curator, { step: 'declined' }),
  'curator.appointed': (facts, { curator, children }, { on }) =>
    ofCurator(facts, curator, { step: 'appointed', children: [...children], appointedOn: on }),
  'curator.reported': (facts, { curator }, { on }) =>
    ofCurator(facts, curatorMeant(facts, curator, ['appointed'])?.curator, {
      step: 'reported',
      reportedOn: on,
    }),
  'curator.discharged': (facts, { curator }) =>
    ofCurator(facts, curatorMeant(facts, curator, ['appointed', 'reported'])?.curator, {
      step: 'discharged',
    }),
  'child_interview.consented': (facts, { parent }) => ofParent(facts, parent, { interviewConsent: 'given' }),
  'child_interview.refused': (facts, { parent }) => ofParent(facts, parent, { interviewConsent: 'refused' }),
  'child_interview.held': (facts, { children, interviewer }, { on }) => ({
    interviews: [...facts.interviews, { on, interviewer, children: [...children], deliveredOn: null }],
  }),
  'child_interview.report_delivered': (facts, _, { on }) => ({
    interviews: facts.interviews.map((interview) => ({
      ...interview,
      deliveredOn: interview.deliveredOn ?? on,
    })),
  }),
  'sessions.planned': (facts, { sessions }) => ({
    sessions: [
      ...facts.sessions,
      ...sessions.map(({ no, startsAt, minutes, mode }) => ({
        no,
        startsAt,
        minutes,
        mode,
        state: 'planned' as const,
        heldOn: null,
      })),
    ],
  }),
  'session.moved': (facts, { no, startsAt }) => ofSession(facts, no, { startsAt }),
  'session.held': (facts, { no, mode }, { on }) => ofSession(facts, no, { state: 'held', mode, heldOn: on }),
  'session.cancelled': (facts, { no }) => ofSession(facts, no, { state: 'cancelled' }),
  'interim_contact.agreed': (facts, _, { on }) => ({ interimContactOn: facts.interimContactOn ?? on }),
  'agreement.drafted': (_, { agreement }, { on }) => ({
    agreement: {
      type: agreement,
      draftedOn: on,
      reviewed: { A: false, B: false },
      signed: { A: false, B: false },
    },
  }),
  'agreement.reviewed': ({ agreement }, { parent }) => ({
    agreement: agreement && { ...agreement, reviewed: { ...agreement.reviewed, [parent]: true } },
  }),
  'agreement.signed': ({ agreement }, { parent }) => ({
    agreement: agreement && { ...agreement, signed: { ...agreement.signed, [parent]: true } },
  }),
  'agreement.signature_withdrawn': ({ agreement }, { parent }) => ({
    agreement: agreement && { ...agreement, signed: { ...agreement.signed, [parent]: false } },
  }),
  'outcome.recorded': (facts, { outcome, reasons = [], effects }, stamp) => ({
    outcome: { outcome, reasons: [...reasons], effects: { ...effects } },
    // Coding an outcome again after reopening corrects the code; the mediation did not end a second time.
    ...(facts.end ? {} : ended(facts, 'outcome_recorded', outcome, stamp)),
  }),
  'request.not_started': (facts, { reason }, stamp) => ended(facts, 'not_started', reason, stamp),
  'request.stopped_after_intake': (facts, { reason }, stamp) =>
    ended(facts, 'stopped_after_intake', reason, stamp),
  'request.suspended': (_, __, { on }) => ({ suspendedOn: on }),
  'request.resumed': (facts, _, stamp) => pausedUntil(facts, stamp),
  'request.withdrawn': (facts, _, stamp) => ended(facts, 'withdrawn', null, stamp),
  'request.overtaken': (facts, _, stamp) => ended(facts, 'overtaken', null, stamp),
  'result.reported': (facts, { to, category }, { on }) => ({
    reported: [...facts.reported, { to, category, on }],
  }),
  'deadline.overridden': (facts, { deadline, dueOn }, { actor }) => ({
    overrides: {
      ...facts.overrides,
      [deadline]: { dueOn, by: actor, anchorOn: anchoredIn(deadline, facts)?.anchor.on ?? null },
    },
  }),
  'evaluation.sent': (facts, { parent }, { on }) => ofParent(facts, parent, { evaluationSentOn: on }),
  'request.reopened': () => ({ closed: null, reopened: true }),
  'request.closed': (facts, _, stamp) => ({
    closed: { on: stamp.on, actor: stamp.actor },
    ...pausedUntil(facts, stamp),
  }),
};

/** Events that tell of a date, a delay or a correction, and so do not yet answer the request. */
const NO_ANSWER_YET: ReadonlySet<EventType> = new Set<EventType>([
  'court.dates_changed',
  'deadline.overridden',
  'request.suspended',
  'request.resumed',
]);

export const isFirstStep = (type: EventType): boolean => !NO_ANSWER_YET.has(type);

/** The facts after an accepted event. */
export function recorded(
  facts: RequestFacts,
  event: { readonly type: string; readonly stamp: Stamp },
): RequestFacts {
  const recording = RECORDINGS[event.type as keyof typeof RECORDINGS] as Recording<EventType>;
  const { stamp } = event;
  return {
    ...facts,
    latestAt: stamp.at,
    acknowledgedOn: facts.acknowledgedOn ?? (isFirstStep(event.type as EventType) ? stamp.on : null),
    ...recording(facts, event as unknown as Payloads[EventType], stamp),
  };
}
