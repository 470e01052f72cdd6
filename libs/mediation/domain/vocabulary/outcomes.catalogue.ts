import type { CodeEntry } from './codes.catalogue';
import type { AGREEMENTS } from './codes.catalogue';

/** What the outcome of a held mediation means for the steps before it and for the annual report. */
export interface OutcomeEntry extends CodeEntry {
  /** The agreement that must have been drafted and signed by both parents, if any. */
  readonly restsOn: keyof typeof AGREEMENTS | null;
  readonly needsSignatures: boolean;
  readonly needsReason: boolean;
  readonly reportedAs: 'full_agreement' | 'mirror_agreement' | 'partial_agreement' | 'no_agreement';
}

export const OUTCOMES = {
  full: {
    label: { nl: 'Volledige overeenkomst', en: 'Full agreement' },
    basis: 'Annual report 2025',
    restsOn: 'full',
    needsSignatures: true,
    needsReason: false,
    reportedAs: 'full_agreement',
  },
  mirror: {
    label: { nl: 'Spiegelovereenkomst', en: 'Mirror agreement' },
    basis: 'Annual report 2021',
    restsOn: 'mirror',
    needsSignatures: true,
    needsReason: false,
    reportedAs: 'mirror_agreement',
  },
  partial: {
    label: { nl: 'Deelovereenkomst', en: 'Partial agreement' },
    basis: 'Annual report 2021',
    restsOn: 'partial',
    needsSignatures: true,
    needsReason: false,
    reportedAs: 'partial_agreement',
  },
  interim_only: {
    label: { nl: 'Alleen tijdelijke afspraken', en: 'Interim arrangements only' },
    basis: 'House rule',
    restsOn: null,
    needsSignatures: false,
    needsReason: false,
    reportedAs: 'no_agreement',
  },
  none: {
    label: { nl: 'Geen overeenkomst', en: 'No agreement' },
    basis: 'Annual report 2025',
    restsOn: null,
    needsSignatures: false,
    needsReason: true,
    reportedAs: 'no_agreement',
  },
  withdrawn: {
    label: { nl: 'Ingetrokken door een ouder', en: 'Withdrawn by a parent' },
    basis: 'House rule',
    restsOn: null,
    needsSignatures: false,
    needsReason: false,
    reportedAs: 'no_agreement',
  },
  ended_by_mediator: {
    label: { nl: 'Beëindigd door de mediator', en: 'Ended by the mediator' },
    basis: 'MfN mediation rules',
    restsOn: null,
    needsSignatures: false,
    needsReason: false,
    reportedAs: 'no_agreement',
  },
  overtaken: {
    label: { nl: 'Ingehaald door de gebeurtenissen', en: 'Overtaken by events' },
    basis: 'House rule',
    restsOn: null,
    needsSignatures: false,
    needsReason: false,
    reportedAs: 'no_agreement',
  },
} as const satisfies Record<string, OutcomeEntry>;

export type Outcome = keyof typeof OUTCOMES;

/** The words that may leave the bureau about how a mediation ended. Never content (MfN mediation rules, art. 7). */
export const RESULT_CATEGORIES = {
  ...OUTCOMES,
  not_started: { label: { nl: 'Niet gestart', en: 'Not started' }, basis: 'Annual report 2025' },
  stopped_after_intake: {
    label: { nl: 'Na intake gestopt', en: 'Stopped after intake' },
    basis: 'Annual report 2021',
  },
} as const satisfies Record<string, CodeEntry>;

export type ResultCategory = keyof typeof RESULT_CATEGORIES;
