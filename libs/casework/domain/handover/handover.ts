import type { Instant, PlainDate } from '@bureau/kernel';
import type { CaseFacts, HandoverState } from '../case/case.facts';
import type { Country } from '../treaty/treaty.rules';

export type HandoverKind = 'IKO' | 'NIKO';

/**
 * What crosses from the advice desk to the mediation bureau: this list and nothing else. Who, children, countries,
 * wish, languages, and that there is reason for care; never the story.
 */
export interface SharedFacts {
  readonly fromCountry: Country;
  readonly toCountry: Country;
  readonly children: readonly PlainDate[];
  /** What the caller hopes for, in a sentence the caller has agreed to. */
  readonly wish: string;
  readonly languages: readonly string[];
  /** Look out: the bureau asks the parent itself, apart and first. */
  readonly isSafetyConcern: boolean;
  readonly parent: 'mother' | 'father' | 'other';
  /** How the parent is reached, as far as they agreed to be. */
  readonly contact: { readonly name: string; readonly phone: string | null; readonly email: string | null };
}

/** A hand-over as both sides see it. */
export interface Handover {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: HandoverState;
  readonly kind: HandoverKind;
  readonly offeredAt: Instant;
  readonly offeredBy: string;
  readonly consentBy: string;
  readonly consentOn: PlainDate;
  readonly facts: SharedFacts;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  /** What the bureau asks, why it refuses, or what the jurist answered last. */
  readonly reason: string | null;
  readonly request: string | null;
  readonly revision: number;
}

/** A change of a hand-over that goes with an event of its case. */
export type HandoverWrite = { readonly add: Handover } | { readonly change: Handover; readonly from: number };

/** What the desk's own file gives to a hand-over; the jurist adds the rest. */
export const sharedOf = (
  { children }: Pick<CaseFacts, 'children'>,
  fromCountry: Country,
  toCountry: Country,
): Pick<SharedFacts, 'fromCountry' | 'toCountry' | 'children'> => ({ fromCountry, toCountry, children });

/**
 * A request for contact filed with the Central Authority can shut the door on a return request: true when the facts
 * say that a return may still be wanted.
 */
export const mayShutDoorOnReturn = ({ caRequest, code }: Pick<CaseFacts, 'caRequest' | 'code'>): boolean =>
  caRequest === 'contact' && (code === 'international_child_abduction' || code === 'abduction_by_relative');
