import type { Instant, PlainDate } from '@bureau/kernel';
import type { DeadlineKind } from '../deadline/deadline.catalogue';
import type { ScreeningResult, ScreeningRound } from '../screening/screening.catalogue';
import type {
  CourtDates,
  ParentKey,
  Payloads,
  PlannedSession,
  RegisteredParent,
  Stamp,
} from '../vocabulary/events';
import type { Outcome } from '../vocabulary/outcomes.catalogue';
import type { RequestPolicy } from './request.policy';

/**
 * What is known of one mediation request: dates, codes and keys that a rule needs, and nothing else. No names,
 * no addresses, no words of a parent: those live in stores of their own. Plain JSON.
 */
export interface RequestFacts {
  readonly number: string;
  readonly kind: Payloads['request.registered']['kind'];
  readonly source: Payloads['request.registered']['source'];
  readonly legalPhase: Payloads['request.registered']['phase'];
  readonly fromCountry: string;
  readonly toCountry: string;
  readonly caseNumber: string | null;
  /** The bureau's policy as it stood at registration: a later policy does not change a running request by itself. */
  readonly policy: RequestPolicy;
  readonly registered: Stamp;
  /** When the latest event happened: the history never goes back in time. */
  readonly latestAt: Instant;
  /** The day of the first real step after registration. */
  readonly acknowledgedOn: PlainDate | null;
  readonly parents: Readonly<Record<ParentKey, ParentFacts>>;
  readonly children: readonly ChildFacts[];
  readonly court: CourtDates;
  readonly hearing: HearingFacts | null;
  readonly pair: PairFacts | null;
  readonly curators: readonly CuratorFacts[];
  readonly interviews: readonly InterviewFacts[];
  readonly sessions: readonly SessionFacts[];
  readonly interimContactOn: PlainDate | null;
  readonly agreement: AgreementFacts | null;
  readonly outcome: OutcomeFacts | null;
  /** How, when and at which stage the course of the mediation ended; null while it runs. */
  readonly end: EndFacts | null;
  readonly reported: readonly { readonly to: string; readonly category: string; readonly on: PlainDate }[];
  readonly suspendedOn: PlainDate | null;
  readonly pauses: readonly Pause[];
  readonly overrides: Readonly<Partial<Record<DeadlineKind, OverrideFacts>>>;
  readonly closed: { readonly on: PlainDate; readonly actor: string | null } | null;
  readonly reopened: boolean;
}

export interface ParentFacts extends Omit<RegisteredParent, 'key'> {
  readonly talk: { readonly outcome: 'willing' | 'declined' | 'undecided'; readonly on: PlainDate } | null;
  readonly screenings: Readonly<Partial<Record<ScreeningRound, ScreeningFacts>>>;
  /** A "no" of a screening that nobody else has cleared yet, and who said it. */
  readonly noGo: { readonly by: string | null; readonly on: PlainDate } | null;
  readonly signedOn: PlainDate | null;
  readonly fundedOn: PlainDate | null;
  readonly informedOn: PlainDate | null;
  readonly intake: { readonly result: 'suitable' | 'unsuitable'; readonly on: PlainDate } | null;
  readonly interviewConsent: 'given' | 'refused' | null;
  readonly evaluationSentOn: PlainDate | null;
}

/** The result only: answers and notes of a screening live apart and never in the request. */
export interface ScreeningFacts {
  readonly result: ScreeningResult;
  readonly on: PlainDate;
  readonly by: string | null;
  readonly safeguards: readonly string[];
}

export interface ChildFacts {
  readonly key: string;
  readonly birthDate: PlainDate;
}

export interface HearingFacts {
  readonly on: PlainDate;
  /** The day it was planned for; once the court plans another day, another hearing is to come. */
  readonly plannedOn: PlainDate;
  readonly decisions: Readonly<Record<ParentKey, 'yes' | 'no' | 'undecided'>>;
}

export interface PairFacts {
  readonly members: readonly { readonly mediator: string; readonly accepted: boolean }[];
  readonly confirmedOn: PlainDate | null;
}

export const CURATOR_STEPS = ['asked', 'accepted', 'appointed', 'reported', 'discharged'] as const;
export type CuratorStep = (typeof CURATOR_STEPS)[number] | 'declined';

export interface CuratorFacts {
  readonly curator: string;
  readonly children: readonly string[];
  readonly step: CuratorStep;
  readonly askedOn: PlainDate;
  readonly appointedOn: PlainDate | null;
  readonly reportedOn: PlainDate | null;
}

export interface InterviewFacts {
  readonly on: PlainDate;
  readonly interviewer: string;
  readonly children: readonly string[];
  readonly deliveredOn: PlainDate | null;
}

export interface SessionFacts extends Omit<PlannedSession, 'place'> {
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly heldOn: PlainDate | null;
}

export interface AgreementFacts {
  readonly type: Payloads['agreement.drafted']['agreement'];
  readonly draftedOn: PlainDate;
  readonly reviewed: Readonly<Record<ParentKey, boolean>>;
  readonly signed: Readonly<Record<ParentKey, boolean>>;
}

export interface OutcomeFacts {
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly effects: Payloads['outcome.recorded']['effects'];
}

export type Stage = 'before_intake' | 'after_intake' | 'in_sessions';

export interface EndFacts {
  readonly how: 'not_started' | 'stopped_after_intake' | 'outcome_recorded' | 'withdrawn' | 'overtaken';
  readonly stage: Stage;
  readonly on: PlainDate;
  /** A code of the catalogue; null where the reason was given in free words (kept in the history only). */
  readonly reason: string | null;
}

export interface Pause {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface OverrideFacts {
  readonly dueOn: PlainDate;
  readonly by: string | null;
  /** The day the term counted from when it was overridden: once that day moves, someone must look again. */
  readonly anchorOn: PlainDate | null;
}
