import { honours } from '../screening/screening.catalogue';
import { CONDITIONS, MILESTONES } from '../deadline/deadline.milestones';
import { anchoredIn } from '../deadline/deadline.anchoring';
import { DEADLINES, type DeadlineKind } from '../deadline/deadline.catalogue';
import {
  PARENT_KEYS,
  type CourtDates,
  type ParentKey,
  type PlannedSession,
  type Stamp,
} from '../vocabulary/events';
import { OUTCOMES, type Outcome, type OutcomeEntry } from '../vocabulary/outcomes.catalogue';
import type { RequestFacts, SessionFacts } from './request.facts';
import * as asks from './request.questions';
import { curatorMeant } from './request.recording';
import type { RequirementCode } from './requirements.catalogue';

/** One condition of an event: met by the facts and what was sent, or a reason to refuse. */
export interface Need<E> {
  readonly code: RequirementCode;
  met(facts: RequestFacts, event: E): boolean;
}

const need = <E>(code: RequirementCode, met: (facts: RequestFacts, event: E) => boolean): Need<E> => ({
  code,
  met,
});
const always = (code: RequirementCode, met: (facts: RequestFacts) => boolean): Need<unknown> =>
  need(code, met);

type OfParent = { readonly parent: ParentKey };
type OfChildren = { readonly children: readonly string[] };
type Sent = { readonly stamp: Stamp };

const only = (keys: readonly string[], allowed: readonly { readonly key: string }[]): boolean =>
  keys.every((key) => allowed.some((child) => child.key === key));

// The file and the course of the mediation
export const fileOpen = always('file-open', asks.isFileOpen);
export const fileClosed = always('file-closed', (facts) => !asks.isFileOpen(facts));
export const courseOpen = always('course-open', (facts) => facts.end === null);
export const courseEnded = always('course-ended', (facts) => facts.end !== null);
export const notSuspended = always('not-suspended', (facts) => !asks.isSuspended(facts));
export const suspended = always('suspended', asks.isSuspended);
export const beforeIntake = always('before-intake', (facts) => !asks.hasStarted(facts));
export const noIntakeHeld = always('no-intake-held', (facts) => !asks.hasStarted(facts));
export const intakeHeld = always('intake-held', asks.hasStarted);
export const noSessionHeld = always('no-session-held', (facts) => !asks.isSessionHeld(facts));
export const sessionHeld = always('session-held', asks.isSessionHeld);
export const timeGoesForward = need<Sent>(
  'time-goes-forward',
  (facts, { stamp }) => stamp.at >= facts.latestAt,
);

// Court dates
export const isIko = always('is-iko', ({ kind }) => kind === 'IKO');
export const hearingNotHeld = always('hearing-not-held', (facts) => asks.hearingHeld(facts) === null);
export const someCourtDate = need<CourtDates>('some-court-date', (_, dates) =>
  Boolean(dates.petitionOn ?? dates.directionsHearingOn ?? dates.fullChamberHearingOn),
);
export const courtDatesInOrder = need<CourtDates>('court-dates-in-order', (facts, changed) =>
  areInOrder({ ...facts.court, ...changed }),
);
export function areInOrder({ petitionOn, directionsHearingOn, fullChamberHearingOn }: CourtDates): boolean {
  const known = [petitionOn, directionsHearingOn, fullChamberHearingOn].filter((on) => on !== undefined);
  return known.every((on, index) => index === 0 || (known[index - 1] ?? on) <= on);
}

// A parent
export const parentWilling = need<OfParent>(
  'parent-willing',
  (facts, { parent }) => facts.parents[parent].talk?.outcome === 'willing',
);
export const parentScreened = need<OfParent>(
  'parent-screened',
  (facts, { parent }) => facts.parents[parent].screenings.information_talk !== undefined,
);
export const roundTalkHeld = need<OfParent & { readonly round: 'information_talk' | 'intake' }>(
  'round-talk-held',
  (facts, { parent, round }) => facts.parents[parent][round === 'intake' ? 'intake' : 'talk'] !== null,
);
export const secondReviewer = need<OfParent & Sent & { readonly result: string }>(
  'second-reviewer',
  (facts, { parent, result, stamp }) => {
    const { noGo } = facts.parents[parent];
    // An old register that names nobody cannot be held against the family; over the counter somebody is always named.
    return noGo === null || result === 'no_go' || stamp.actor === null || stamp.actor !== noGo.by;
  },
);
export const noOpenNoGo = always('no-open-no-go', (facts) => !asks.hasOpenNoGo(facts));
export const notSignedYet = need<OfParent>(
  'not-signed-yet',
  ({ parents }, { parent }) => !parents[parent].signedOn,
);
export const parentSigned = need<OfParent>(
  'parent-signed',
  ({ parents }, { parent }) => !!parents[parent].signedOn,
);
export const bothSigned = always('both-signed', asks.bothSigned);
export const notFundedYet = need<OfParent>(
  'not-funded-yet',
  ({ parents }, { parent }) => !parents[parent].fundedOn,
);
export const bothFunded = always('both-funded', (facts) =>
  asks.bothParents(facts, (key) => facts.parents[key].fundedOn !== null),
);
export const intakeNotSuitableYet = need<OfParent>(
  'intake-not-suitable-yet',
  ({ parents }, { parent }) => parents[parent].intake?.result !== 'suitable',
);
export const bothIntakesSuitable = always('both-intakes-suitable', (facts) =>
  asks.bothParents(facts, (key) => facts.parents[key].intake?.result === 'suitable'),
);
export const evaluationNotSent = need<OfParent>(
  'evaluation-not-sent',
  ({ parents }, { parent }) => parents[parent].evaluationSentOn === null,
);

// Mediators
export const noPairYet = always('no-pair-yet', ({ pair }) => pair === null);
export const pairOfTwo = need<{ readonly mediators: readonly string[] }>(
  'pair-of-two',
  (_, { mediators }) => mediators.length === 2 && mediators[0] !== mediators[1],
);
export const mediatorAsked = need<{ readonly mediator: string }>(
  'mediator-asked',
  ({ pair }, { mediator }) =>
    pair?.members.some((member) => member.mediator === mediator && !member.accepted) ?? false,
);
export const mediatorProposed = need<{ readonly mediator: string }>('mediator-asked', (facts, { mediator }) =>
  asks.isMediator(facts, mediator),
);
export const pairNotConfirmed = always('pair-not-confirmed', (facts) => !asks.isPairConfirmed(facts));
export const pairConfirmed = always('pair-confirmed', asks.isPairConfirmed);
export const mediatorInPair = need<{ readonly mediator: string }>('mediator-in-pair', (facts, { mediator }) =>
  asks.isMediator(facts, mediator),
);
export const replacementIsNew = need<{ readonly by: string }>(
  'replacement-is-new',
  (facts, { by }) => !asks.isMediator(facts, by),
);
const hasNoOtherRole = (
  facts: RequestFacts,
  person: string,
  role: 'mediator' | 'curator' | 'interviewer',
): boolean =>
  (role === 'mediator' || !asks.isMediator(facts, person)) &&
  (role === 'curator' || !asks.isCurator(facts, person)) &&
  (role === 'interviewer' || !asks.isInterviewer(facts, person));
export const mediatorsInOneRole = need<{ readonly mediators: readonly string[] }>(
  'one-role-per-family',
  (facts, event) => event.mediators.every((person) => hasNoOtherRole(facts, person, 'mediator')),
);
export const replacementInOneRole = need<{ readonly by: string }>('one-role-per-family', (facts, { by }) =>
  hasNoOtherRole(facts, by, 'mediator'),
);

// Special curator
export const childOfCuratorAge = always(
  'child-of-curator-age',
  (facts) => asks.childrenOfCuratorAge(facts).length > 0,
);
export const knownChildren = need<OfChildren>('known-children', (facts, { children }) =>
  only(children, facts.children),
);
export const childrenOfCuratorAge = need<OfChildren>('children-of-curator-age', (facts, { children }) =>
  only(children, asks.childrenOfCuratorAge(facts)),
);
export const childrenWithoutCurator = need<OfChildren>('children-without-curator', (facts, { children }) =>
  only(
    children.filter((child) => facts.children.some(({ key }) => key === child)),
    facts.children.filter(
      ({ key }) => !asks.liveCurators(facts).some((curator) => curator.children.includes(key)),
    ),
  ),
);
export const curatorInOneRole = need<{ readonly curator: string }>(
  'one-role-per-family',
  (facts, { curator }) => hasNoOtherRole(facts, curator, 'curator'),
);
const curatorAt = (code: RequirementCode, steps: readonly string[]) =>
  need<{ readonly curator?: string }>(
    code,
    (facts, { curator }) => curatorMeant(facts, curator, steps) !== null,
  );
export const curatorAsked = curatorAt('curator-asked', ['asked']);
export const curatorAskedOrAccepted = curatorAt('curator-asked-or-accepted', ['asked', 'accepted']);
export const curatorAccepted = curatorAt('curator-accepted', ['accepted']);
export const curatorAppointed = curatorAt('curator-appointed', ['appointed']);
export const curatorToDischarge = curatorAt('curator-appointed', ['appointed', 'reported']);
export const curatorAtRest = always('curator-at-rest', asks.isCuratorTrackAtRest);

// Child interview
export const childOfInterviewAge = always(
  'child-of-interview-age',
  (facts) => asks.childrenOfInterviewAge(facts).length > 0,
);
export const consentIsNew = (answer: 'given' | 'refused') =>
  need<OfParent>('consent-is-new', ({ parents }, { parent }) => parents[parent].interviewConsent !== answer);
export const interviewNotHeld = always('interview-not-held', ({ interviews }) => interviews.length === 0);
export const bothConsented = always('both-consented', asks.bothConsented);
export const childrenOfInterviewAge = need<OfChildren>('children-of-interview-age', (facts, { children }) =>
  only(children, asks.childrenOfInterviewAge(facts)),
);
export const childrenNotHeardYet = need<OfChildren>(
  'children-not-heard-yet',
  ({ interviews }, { children }) =>
    interviews.every((interview) => !interview.children.some((child) => children.includes(child))),
);
export const interviewerInOneRole = need<{ readonly interviewer: string }>(
  'one-role-per-family',
  (facts, event) => hasNoOtherRole(facts, event.interviewer, 'interviewer'),
);
export const interviewToDeliver = always('interview-to-deliver', asks.undeliveredInterviews);

// Sessions
const isPlanned = ({ state }: SessionFacts): boolean => state === 'planned';
type Sessions = { readonly sessions: readonly PlannedSession[] };
type Block = { readonly startsAt: string; readonly minutes: number };

const endOf = ({ startsAt, minutes }: Block): number => Date.parse(startsAt) + minutes * 60_000;
export const areApart = (blocks: readonly Block[]): boolean => {
  const inOrder = [...blocks].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return inOrder.every((block, index) => {
    const before = inOrder[index - 1];
    return !before || endOf(before) <= Date.parse(block.startsAt);
  });
};

export const sessionNumbersFree = need<Sessions>('session-numbers-free', (facts, { sessions }) => {
  const taken = new Set(facts.sessions.filter(({ state }) => state !== 'cancelled').map(({ no }) => no));
  return sessions.every(({ no }) => !taken.has(no) && taken.add(no));
});
export const sessionsApart = need<Sessions>('sessions-apart', (facts, { sessions }) =>
  areApart([...facts.sessions.filter(isPlanned), ...sessions]),
);
export const movedSessionApart = need<{ readonly no: number; readonly startsAt: PlannedSession['startsAt'] }>(
  'sessions-apart',
  (facts, { no, startsAt }) =>
    areApart(
      facts.sessions
        .filter(isPlanned)
        .map((session) => (session.no === no ? { ...session, startsAt } : session)),
    ),
);
export const safeguardsHonoured = need<Sessions>('safeguards-honoured', (facts, { sessions }) =>
  sessions.every((session) => asks.safeguardsOf(facts).every((safeguard) => honours(safeguard, session))),
);
export const sessionPlanned = need<{ readonly no: number }>('session-planned', (facts, { no }) =>
  facts.sessions.some((session) => session.no === no && isPlanned(session)),
);
export const heldAsSafeguarded = need<{ readonly no: number; readonly mode: string }>(
  'safeguards-honoured',
  (facts, { no, mode }) => {
    const minutes = facts.sessions.find((session) => session.no === no && isPlanned(session))?.minutes ?? 0;
    return asks.safeguardsOf(facts).every((safeguard) => honours(safeguard, { mode, minutes }));
  },
);
export const knownAttendants = need<{ readonly present: readonly string[] }>(
  'known-attendants',
  (_, { present }) =>
    // Single capitals are parent keys; anybody else is there under a word or a pool key of their own.
    present.every((who) => !/^[A-Z]$/.test(who) || PARENT_KEYS.some((key) => key === who)),
);

// Agreement, outcome, reporting
export const drafted = always('drafted', ({ agreement }) => agreement !== null);
export const notReviewedYet = need<OfParent>(
  'not-reviewed-yet',
  ({ agreement }, { parent }) => !agreement?.reviewed[parent],
);
export const reviewedByOwnCounsel = need<OfParent>(
  'reviewed-by-own-counsel',
  ({ agreement }, { parent }) => agreement?.reviewed[parent] ?? false,
);
export const agreementNotSignedYet = need<OfParent>(
  'agreement-not-signed-yet',
  ({ agreement }, { parent }) => !agreement?.signed[parent],
);
export const agreementSignedByParent = need<OfParent>(
  'agreement-signed-by-parent',
  ({ agreement }, { parent }) => agreement?.signed[parent] ?? false,
);
export const outcomeToRecord = always(
  'outcome-to-record',
  ({ end, reopened }) => end === null || (reopened && end.how === 'outcome_recorded'),
);
export const agreementFitsOutcome = need<{ readonly outcome: Outcome }>(
  'agreement-fits-outcome',
  (facts, { outcome }) => {
    const { restsOn, needsSignatures }: OutcomeEntry = OUTCOMES[outcome];
    return (
      !restsOn || (facts.agreement?.type === restsOn && (!needsSignatures || asks.isAgreementSigned(facts)))
    );
  },
);
export const reasonGiven = need<{ readonly outcome: Outcome; readonly reasons?: readonly string[] }>(
  'reason-given',
  (_, { outcome, reasons }) => !OUTCOMES[outcome].needsReason || (reasons?.length ?? 0) > 0,
);
export const categoryIsOutcome = need<{ readonly category: string }>(
  'category-is-outcome',
  ({ outcome, end }, { category }) =>
    outcome !== null ? category === outcome.outcome : isCategoryOfEnd(end?.how ?? null, category),
);
const isCategoryOfEnd = (how: string | null, category: string): boolean =>
  category === how || category === 'none' || how === null;
export const deadlineRunning = need<{ readonly deadline: DeadlineKind }>(
  'deadline-running',
  (facts, { deadline }) => {
    const { metBy, runsWhile } = DEADLINES[deadline];
    return (
      anchoredIn(deadline, facts) !== null &&
      MILESTONES[metBy](facts) === null &&
      CONDITIONS[runsWhile](facts)
    );
  },
);
export const secondPairOfEyes = need<Sent>(
  'second-pair-of-eyes',
  ({ closed }, { stamp }) => stamp.actor === null || closed?.actor !== stamp.actor,
);
