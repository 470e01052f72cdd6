import type { Instant, PlainDate } from '@bureau/kernel';
import type { DeadlineKind } from '../deadline/deadline.catalogue';
import type {
  AFTER_INTAKE_REASONS,
  AGREEMENTS,
  COMMUNICATION_EFFECTS,
  FUNDING_SOURCES,
  HEARING_DECISIONS,
  INTAKE_RESULTS,
  KINDS,
  LEGAL_PHASES,
  NO_AGREEMENT_REASONS,
  NOT_STARTED_REASONS,
  PARENT_ROLES,
  RELATIONS,
  RESULT_ADDRESSEES,
  SESSION_MODES,
  SOURCES,
  TALK_OUTCOMES,
  TOPIC_RESULTS,
} from './codes.catalogue';
import type { Outcome, ResultCategory } from './outcomes.catalogue';
import type { ScreeningResult, ScreeningRound } from '../screening/screening.catalogue';

type Code<T> = keyof T & string;

export const PARENT_KEYS = ['A', 'B'] as const;
export type ParentKey = (typeof PARENT_KEYS)[number];

export interface RegisteredParent {
  readonly key: ParentKey;
  readonly relation: Code<typeof RELATIONS>;
  readonly role: Code<typeof PARENT_ROLES>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  readonly legalAid: boolean;
  readonly secretAddress: boolean;
}

export interface RegisteredChild {
  readonly key: string;
  readonly birthDate: PlainDate;
}

export interface CourtDates {
  readonly petitionOn?: PlainDate;
  readonly directionsHearingOn?: PlainDate;
  readonly fullChamberHearingOn?: PlainDate;
}

export interface PlannedSession {
  readonly no: number;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly mode: Code<typeof SESSION_MODES>;
  readonly place?: string;
}

export interface BroaderEffects {
  readonly firstConversation: boolean;
  readonly contactDuringMediation: boolean;
  readonly communication: Code<typeof COMMUNICATION_EFFECTS>;
}

type OfParent = { readonly parent: ParentKey };
type OfMediator = { readonly mediator: string };

/** What each event carries: the public vocabulary of a mediation request. */
export interface Payloads {
  'request.registered': {
    readonly kind: Code<typeof KINDS>;
    readonly source: Code<typeof SOURCES>;
    readonly phase: Code<typeof LEGAL_PHASES>;
    readonly fromCountry: string;
    readonly toCountry: string;
    readonly parents: readonly RegisteredParent[];
    readonly children: readonly RegisteredChild[];
    readonly court?: CourtDates;
    readonly caseNumber?: string;
  };
  'court.dates_changed': CourtDates & { readonly reason: string };
  'directions_hearing.held': {
    readonly decisions: Readonly<Record<ParentKey, Code<typeof HEARING_DECISIONS>>>;
  };
  'information_talk.held': OfParent & { readonly outcome: Code<typeof TALK_OUTCOMES> };
  'screening.completed': OfParent & {
    readonly round: ScreeningRound;
    readonly result: ScreeningResult;
    readonly instrument?: string;
    readonly safeguards?: readonly string[];
  };
  'agreement_to_mediate.signed': OfParent;
  'funding.settled': OfParent & { readonly by: Code<typeof FUNDING_SOURCES>; readonly amountCents?: number };
  'information.received': OfParent;
  'mediators.proposed': { readonly mediators: readonly string[] };
  'mediators.accepted': OfMediator & { readonly reason?: string };
  'mediators.declined': OfMediator & { readonly reason?: string };
  'mediators.replaced': OfMediator & { readonly by: string; readonly reason: string };
  'intake.held': OfParent & { readonly result: Code<typeof INTAKE_RESULTS> };
  'curator.asked': { readonly curator: string; readonly children: readonly string[] };
  'curator.accepted': { readonly curator: string };
  'curator.declined': { readonly curator: string };
  'curator.appointed': {
    readonly curator: string;
    readonly children: readonly string[];
    readonly orderOn: PlainDate;
  };
  'curator.reported': { readonly curator?: string };
  'curator.discharged': { readonly curator?: string };
  'child_interview.consented': OfParent;
  'child_interview.refused': OfParent;
  'child_interview.held': { readonly children: readonly string[]; readonly interviewer: string };
  'child_interview.report_delivered': Record<never, never>;
  'sessions.planned': { readonly sessions: readonly PlannedSession[] };
  'session.moved': { readonly no: number; readonly startsAt: Instant; readonly reason: string };
  'session.held': {
    readonly no: number;
    readonly mode: Code<typeof SESSION_MODES>;
    readonly present: readonly string[];
    readonly incident?: string;
  };
  'session.cancelled': { readonly no: number; readonly reason: string };
  'interim_contact.agreed': { readonly starting: string; readonly how: string; readonly supervised: boolean };
  'agreement.drafted': { readonly agreement: Code<typeof AGREEMENTS> };
  'agreement.reviewed': OfParent;
  'agreement.signed': OfParent;
  'agreement.signature_withdrawn': OfParent;
  'outcome.recorded': {
    readonly outcome: Outcome;
    readonly reasons?: readonly Code<typeof NO_AGREEMENT_REASONS>[];
    readonly effects: BroaderEffects;
    readonly topics?: Readonly<Record<string, Code<typeof TOPIC_RESULTS>>>;
  };
  'request.not_started': {
    readonly reason: Code<typeof NOT_STARTED_REASONS>;
    readonly by?: ParentKey | 'both' | 'bureau';
  };
  'request.stopped_after_intake': { readonly reason: Code<typeof AFTER_INTAKE_REASONS> };
  'request.suspended': { readonly reason: string };
  'request.resumed': { readonly reason: string };
  'request.withdrawn': { readonly by?: ParentKey; readonly reason: string };
  'request.overtaken': { readonly by?: ParentKey; readonly reason: string };
  'result.reported': { readonly to: Code<typeof RESULT_ADDRESSEES>; readonly category: ResultCategory };
  'deadline.overridden': {
    readonly deadline: DeadlineKind;
    readonly dueOn: PlainDate;
    readonly reason: string;
  };
  'evaluation.sent': OfParent;
  'request.reopened': { readonly reason: string };
  'request.closed': Record<never, never>;
}

export type EventType = keyof Payloads;
export type EventOf<T extends EventType> = { readonly type: T } & Payloads[T];
export type RequestEvent = { [T in EventType]: EventOf<T> }[EventType];
/** Everything that can happen to a request once it exists. */
export type LaterEventType = Exclude<EventType, 'request.registered'>;
export type LaterEvent = { [T in LaterEventType]: EventOf<T> }[LaterEventType];

/** When, on which day of the bureau, and by whom (null: an old register did not say). */
export interface Stamp {
  readonly at: Instant;
  readonly on: PlainDate;
  readonly actor: string | null;
}

/** An event as the machine and the history know it. */
export type Stamped<E> = E & {
  readonly stamp: Stamp;
  /** True for an event that a history already holds: it was accepted then, and no newer rule undoes that. */
  readonly isHistory?: true;
};
