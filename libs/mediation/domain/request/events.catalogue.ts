import type { Words } from '@bureau/kernel';
import { AGREEMENTS, codesOf } from '../vocabulary/codes.catalogue';
import { DEADLINE_KINDS } from '../deadline/deadline.catalogue';
import {
  PARENT_KEYS,
  type EventOf,
  type LaterEventType,
  type Payloads,
  type Stamp,
} from '../vocabulary/events';
import { OUTCOMES, RESULT_CATEGORIES } from '../vocabulary/outcomes.catalogue';
import type { RequestFacts } from './request.facts';
import * as needs from '../needs';
import type { Need } from '../needs/need';
import * as asks from './request.questions';

type EventNeed<T extends LaterEventType> = Need<EventOf<T> & { readonly stamp: Stamp }>;

export interface EventRule<T extends LaterEventType> {
  readonly label: Words;
  /** All must be met, in the order in which a person would want to hear of them. */
  readonly needs: readonly EventNeed<T>[];
  /** What could be sent now, as far as the request itself can tell: one try for each parent, mediator, session … */
  readonly tries: (facts: RequestFacts) => readonly Payloads[T][];
}

const ofEachParent = (): { readonly parent: 'A' | 'B' }[] => PARENT_KEYS.map((parent) => ({ parent }));
const reason = '';
const ofEachMediator = ({ pair }: RequestFacts) =>
  (pair?.members ?? [{ mediator: '' }]).map(({ mediator }) => ({ mediator }));
const ofEachCurator = ({ curators }: RequestFacts) =>
  curators.length > 0 ? curators.map(({ curator }) => ({ curator })) : [{ curator: '' }];
const ofEachSession = ({ sessions, registered }: RequestFacts) =>
  sessions.length > 0
    ? sessions.map(({ no, mode, startsAt }) => ({ no, mode, startsAt }))
    : [{ no: 1, mode: 'on_site' as const, startsAt: registered.at }];
const keysOf = (children: readonly { readonly key: string }[]): string[] => children.map(({ key }) => key);

const { fileOpen, courseOpen, notSuspended, timeGoesForward } = needs;
const open = [timeGoesForward, fileOpen, courseOpen] as const;

/** The name of the event that a request begins with. */
export const REGISTERED: Words = { nl: 'Aanvraag geregistreerd', en: 'Request registered' };

/** Every event a request can meet after registration: its name, what it needs, what could be sent. */
export const EVENTS: { readonly [T in LaterEventType]: EventRule<T> } = {
  'court.dates_changed': {
    label: { nl: 'Zittingsdata gewijzigd', en: 'Court dates changed' },
    needs: [timeGoesForward, fileOpen, needs.someCourtDate, needs.courtDatesInOrder],
    tries: ({ court, registered }) => [
      { ...(Object.keys(court).length > 0 ? court : { petitionOn: registered.on }), reason },
    ],
  },
  'directions_hearing.held': {
    label: { nl: 'Regiezitting gehouden', en: 'Directions hearing held' },
    needs: [timeGoesForward, fileOpen, needs.isIko, needs.hearingNotHeld],
    tries: () => [{ decisions: { A: 'yes', B: 'yes' } }],
  },
  'information_talk.held': {
    label: { nl: 'Informatiegesprek gehouden', en: 'Information talk held' },
    needs: [...open, needs.beforeIntake],
    tries: () => ofEachParent().map((parent) => ({ ...parent, outcome: 'willing' })),
  },
  'screening.completed': {
    label: { nl: 'Screening afgerond', en: 'Screening completed' },
    needs: [...open, needs.roundTalkHeld, needs.secondReviewer],
    tries: () =>
      ofEachParent().flatMap((parent) =>
        (['information_talk', 'intake'] as const).map((round) => ({
          ...parent,
          round,
          result: 'go' as const,
        })),
      ),
  },
  'agreement_to_mediate.signed': {
    label: { nl: 'Mediationovereenkomst getekend', en: 'Agreement to mediate signed' },
    needs: [...open, needs.notSignedYet, needs.parentWilling, needs.parentScreened],
    tries: ofEachParent,
  },
  'funding.settled': {
    label: { nl: 'Bijdrage geregeld', en: 'Funding settled' },
    needs: [...open, needs.parentSigned, needs.notFundedYet],
    tries: () => ofEachParent().map((parent) => ({ ...parent, by: 'payment' })),
  },
  'information.received': {
    label: { nl: 'Stukken ontvangen', en: 'Information received' },
    needs: open,
    tries: ofEachParent,
  },
  'mediators.proposed': {
    label: { nl: 'Mediators voorgesteld', en: 'Mediators proposed' },
    needs: [...open, needs.bothSigned, needs.noPairYet, needs.pairOfTwo, needs.mediatorsInOneRole],
    tries: () => [{ mediators: ['?1', '?2'] }],
  },
  'mediators.accepted': {
    label: { nl: 'Mediator aanvaardt', en: 'Mediator accepted' },
    needs: [...open, needs.mediatorAsked],
    tries: ofEachMediator,
  },
  'mediators.declined': {
    label: { nl: 'Mediator wijst af', en: 'Mediator declined' },
    needs: [...open, needs.mediatorProposed, needs.pairNotConfirmed],
    tries: ofEachMediator,
  },
  'mediators.replaced': {
    label: { nl: 'Mediator vervangen', en: 'Mediator replaced' },
    needs: [
      ...open,
      needs.pairConfirmed,
      needs.mediatorInPair,
      needs.replacementIsNew,
      needs.replacementInOneRole,
    ],
    tries: (facts) => ofEachMediator(facts).map(({ mediator }) => ({ mediator, by: '?', reason })),
  },
  'intake.held': {
    label: { nl: 'Intake gehouden', en: 'Intake held' },
    needs: [...open, notSuspended, needs.pairConfirmed, needs.intakeNotSuitableYet],
    tries: () => ofEachParent().map((parent) => ({ ...parent, result: 'suitable' })),
  },
  'curator.asked': {
    label: { nl: 'Bijzondere curator gevraagd', en: 'Special curator asked' },
    needs: [
      timeGoesForward,
      fileOpen,
      needs.childOfCuratorAge,
      needs.childrenWithoutCurator,
      needs.knownChildren,
      needs.childrenOfCuratorAge,
      needs.curatorInOneRole,
    ],
    tries: (facts) => {
      const waiting = asks.childrenWithoutCurator(facts);
      return [
        { curator: '?', children: keysOf(waiting.length > 0 ? waiting : asks.childrenOfCuratorAge(facts)) },
      ];
    },
  },
  'curator.accepted': {
    label: { nl: 'Curator aanvaardt', en: 'Curator accepted' },
    needs: [timeGoesForward, fileOpen, needs.curatorAsked],
    tries: ofEachCurator,
  },
  'curator.declined': {
    label: { nl: 'Curator wijst af', en: 'Curator declined' },
    needs: [timeGoesForward, fileOpen, needs.curatorAskedOrAccepted],
    tries: ofEachCurator,
  },
  'curator.appointed': {
    label: { nl: 'Curator benoemd', en: 'Curator appointed' },
    needs: [
      timeGoesForward,
      fileOpen,
      needs.curatorAccepted,
      needs.knownChildren,
      needs.childrenOfCuratorAge,
    ],
    tries: (facts) =>
      facts.curators.length > 0
        ? facts.curators.map(({ curator, children }) => ({ curator, children, orderOn: facts.registered.on }))
        : [{ curator: '', children: [], orderOn: facts.registered.on }],
  },
  'curator.reported': {
    label: { nl: 'Verslag curator ingediend', en: "Curator's report filed" },
    needs: [timeGoesForward, fileOpen, needs.curatorAppointed],
    tries: ofEachCurator,
  },
  'curator.discharged': {
    label: { nl: 'Curator ontslagen', en: 'Curator discharged' },
    needs: [timeGoesForward, fileOpen, needs.curatorToDischarge],
    tries: ofEachCurator,
  },
  'child_interview.consented': {
    label: { nl: 'Toestemming kindgesprek', en: 'Consent to the child interview' },
    needs: [...open, needs.childOfInterviewAge, needs.interviewNotHeld, needs.consentIsNew('given')],
    tries: ofEachParent,
  },
  'child_interview.refused': {
    label: { nl: 'Kindgesprek geweigerd', en: 'Child interview refused' },
    needs: [...open, needs.childOfInterviewAge, needs.interviewNotHeld, needs.consentIsNew('refused')],
    tries: ofEachParent,
  },
  'child_interview.held': {
    label: { nl: 'Kindgesprek gehouden', en: 'Child interview held' },
    needs: [
      ...open,
      needs.bothConsented,
      needs.childrenNotHeardYet,
      needs.knownChildren,
      needs.childrenOfInterviewAge,
      needs.interviewerInOneRole,
    ],
    tries: (facts) => {
      const heard = new Set(facts.interviews.flatMap(({ children }) => children));
      const waiting = asks.childrenOfInterviewAge(facts).filter(({ key }) => !heard.has(key));
      return [{ children: keysOf(waiting.length > 0 ? waiting : facts.children), interviewer: '?' }];
    },
  },
  'child_interview.report_delivered': {
    label: { nl: 'Verslag kindgesprek voorgelezen', en: "Child interview's report delivered" },
    needs: [timeGoesForward, fileOpen, needs.interviewToDeliver],
    tries: () => [{}],
  },
  'sessions.planned': {
    label: { nl: 'Sessies gepland', en: 'Sessions planned' },
    needs: [
      ...open,
      notSuspended,
      needs.bothIntakesSuitable,
      needs.bothFunded,
      needs.noOpenNoGo,
      needs.safeguardsHonoured,
      needs.sessionNumbersFree,
      needs.sessionsApart,
    ],
    tries: () => [{ sessions: [] }],
  },
  'session.moved': {
    label: { nl: 'Sessie verplaatst', en: 'Session moved' },
    needs: [...open, needs.sessionPlanned, needs.movedSessionApart],
    tries: (facts) => ofEachSession(facts).map(({ no, startsAt }) => ({ no, startsAt, reason })),
  },
  'session.held': {
    label: { nl: 'Sessie gehouden', en: 'Session held' },
    needs: [
      ...open,
      notSuspended,
      needs.sessionPlanned,
      needs.noOpenNoGo,
      needs.heldAsSafeguarded,
      needs.knownAttendants,
    ],
    tries: (facts) => ofEachSession(facts).map(({ no, mode }) => ({ no, mode, present: ['A', 'B'] })),
  },
  'session.cancelled': {
    label: { nl: 'Sessie afgezegd', en: 'Session cancelled' },
    needs: [...open, needs.sessionPlanned],
    tries: (facts) => ofEachSession(facts).map(({ no }) => ({ no, reason })),
  },
  'interim_contact.agreed': {
    label: { nl: 'Tussentijds contact afgesproken', en: 'Interim contact agreed' },
    needs: open,
    tries: ({ registered }) => [{ starting: registered.on, how: '', supervised: false }],
  },
  'agreement.drafted': {
    label: { nl: 'Conceptovereenkomst opgesteld', en: 'Agreement drafted' },
    needs: [...open, needs.sessionHeld],
    tries: () => codesOf(AGREEMENTS).map((agreement) => ({ agreement })),
  },
  'agreement.reviewed': {
    label: { nl: 'Concept nagekeken door eigen advocaat', en: 'Draft reviewed by own lawyer' },
    needs: [...open, needs.drafted, needs.notReviewedYet],
    tries: ofEachParent,
  },
  'agreement.signed': {
    label: { nl: 'Overeenkomst getekend', en: 'Agreement signed' },
    needs: [...open, needs.drafted, needs.reviewedByOwnCounsel, needs.agreementNotSignedYet],
    tries: ofEachParent,
  },
  'agreement.signature_withdrawn': {
    label: { nl: 'Handtekening ingetrokken', en: 'Signature withdrawn' },
    needs: [...open, needs.drafted, needs.agreementSignedByParent],
    tries: ofEachParent,
  },
  'outcome.recorded': {
    label: { nl: 'Uitkomst vastgelegd', en: 'Outcome recorded' },
    needs: [
      timeGoesForward,
      fileOpen,
      needs.outcomeToRecord,
      needs.sessionHeld,
      needs.agreementFitsOutcome,
      needs.reasonGiven,
    ],
    tries: () =>
      codesOf(OUTCOMES).map((outcome) => ({
        outcome,
        reasons: ['other'],
        effects: { firstConversation: false, contactDuringMediation: false, communication: 'same' },
      })),
  },
  'request.not_started': {
    label: { nl: 'Mediation niet gestart', en: 'Mediation not started' },
    needs: [...open, needs.noIntakeHeld],
    tries: () => [{ reason: 'other' }],
  },
  'request.stopped_after_intake': {
    label: { nl: 'Na intake gestopt', en: 'Stopped after intake' },
    needs: [...open, needs.intakeHeld, needs.noSessionHeld],
    tries: () => [{ reason: 'other' }],
  },
  'request.suspended': {
    label: { nl: 'Aanvraag opgeschort', en: 'Request suspended' },
    needs: [...open, notSuspended],
    tries: () => [{ reason }],
  },
  'request.resumed': {
    label: { nl: 'Aanvraag hervat', en: 'Request resumed' },
    needs: [timeGoesForward, fileOpen, needs.suspended],
    tries: () => [{ reason }],
  },
  'request.withdrawn': {
    label: { nl: 'Aanvraag ingetrokken', en: 'Request withdrawn' },
    needs: open,
    tries: () => [{ reason }],
  },
  'request.overtaken': {
    label: { nl: 'Ingehaald door de gebeurtenissen', en: 'Overtaken by events' },
    needs: open,
    tries: () => [{ reason }],
  },
  'result.reported': {
    label: { nl: 'Uitkomst gemeld', en: 'Result reported' },
    needs: [timeGoesForward, fileOpen, needs.courseEnded, needs.categoryIsOutcome],
    tries: () => codesOf(RESULT_CATEGORIES).map((category) => ({ to: 'court', category })),
  },
  'deadline.overridden': {
    label: { nl: 'Termijn met de hand gezet', en: 'Deadline overridden' },
    needs: [timeGoesForward, fileOpen, needs.deadlineRunning],
    tries: ({ registered }) => DEADLINE_KINDS.map((deadline) => ({ deadline, dueOn: registered.on, reason })),
  },
  'evaluation.sent': {
    label: { nl: 'Evaluatie verstuurd', en: 'Evaluation sent' },
    needs: [timeGoesForward, fileOpen, needs.courseEnded, needs.evaluationNotSent],
    tries: ofEachParent,
  },
  'request.reopened': {
    label: { nl: 'Aanvraag heropend', en: 'Request reopened' },
    needs: [timeGoesForward, needs.fileClosed, needs.secondPairOfEyes],
    tries: () => [{ reason }],
  },
  'request.closed': {
    label: { nl: 'Aanvraag gesloten', en: 'Request closed' },
    needs: [timeGoesForward, fileOpen, needs.courseEnded, needs.curatorAtRest],
    tries: () => [{}],
  },
};

export const EVENT_TYPES = Object.keys(EVENTS) as LaterEventType[];
