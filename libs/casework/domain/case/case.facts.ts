import type { Instant, PlainDate } from '@bureau/kernel';
import type { CallerRole, CallerType } from '../vocabulary/callers.catalogue';
import type { CaseCode, Line } from '../vocabulary/codes.catalogue';
import type { ChainPartner, ClosingReason } from '../vocabulary/facets.catalogue';
import type { Facets, PersonKey } from './case.events';

/** The talk after the first one, as far as the history tells. The day it is due is worked out from this. */
export interface FollowUpFacts {
  readonly firstTalkOn: PlainDate;
  /** Every time the day was moved, the latest one last. */
  readonly moves: readonly { readonly to: PlainDate; readonly reason: string; readonly on: PlainDate }[];
  readonly heldOn: PlainDate | null;
  /** The case ended before it was held. */
  readonly droppedOn: PlainDate | null;
}

export const HANDOVER_STATES = ['offered', 'asked_back', 'accepted', 'refused', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export interface HandoverFacts {
  readonly id: string;
  readonly state: HandoverState;
  readonly request: string | null;
}

/** All that is kept of a case besides names and words: keys, codes and dates. */
export interface CaseFacts extends Facets {
  readonly number: string;
  /** `register`: taken over from an old one, which does not tell which talks were held. */
  readonly origin: 'desk' | 'register';
  readonly openedOn: PlainDate;
  readonly line: Line;
  readonly code: CaseCode;
  readonly callerType: CallerType;
  readonly callerRole: CallerRole;
  readonly handler: string;
  readonly deputy: string | null;
  readonly people: readonly PersonKey[];
  /** The opposing case, as an old register named it. */
  readonly conflictWith: string | null;
  readonly closed: { readonly on: PlainDate; readonly reason: ClosingReason } | null;
  readonly reopenedOn: readonly PlainDate[];
  readonly followUp: FollowUpFacts | null;
  readonly referrals: readonly { readonly partner: ChainPartner; readonly on: PlainDate }[];
  readonly handovers: readonly HandoverFacts[];
  readonly latestAt: Instant;
}

export const NO_FACETS: Facets = {
  takingPerson: null,
  contactSeeker: null,
  fromCountry: null,
  toCountry: null,
  children: [],
  incident: null,
  custody: null,
  courtNumber: null,
  wrong: null,
  wrongOn: null,
  caRequest: null,
};

/** The hand-over that has not been decided yet, or null. */
export const handoverUnderWay = ({ handovers }: Pick<CaseFacts, 'handovers'>): HandoverFacts | null =>
  handovers.find(({ state }) => state === 'offered' || state === 'asked_back') ?? null;
