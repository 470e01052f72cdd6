import type { Words } from '@bureau/kernel';

export interface JobEntry {
  readonly label: Words;
  /** Why the bureau does this at all. */
  readonly basis: string;
  /** How often it is tried before somebody has to look at it; it is still offered afterwards, slowly. */
  readonly attempts: number;
  /** The pause after the first failure; each further one doubles it. */
  readonly backoffMillis: number;
}

/**
 * Everything that is done because of an outbox row, by the row's kind. A job carries ids only: whatever it needs it
 * reads when it is done, so that a job that was lost, doubled or late can do no harm.
 */
export const JOBS = {
  'deadline.due': {
    label: { nl: 'Termijn verstreken', en: 'Deadline passed' },
    basis: 'Rule of the bureau: a deadline that passes is told once, never early, to whoever must act',
    attempts: 5,
    backoffMillis: 1_000,
  },
  'follow-up.due': {
    label: { nl: 'Opvolggesprek niet gehouden', en: 'Follow-up not held' },
    basis: 'Annual report 2025: after the first talk a follow-up within two weeks',
    attempts: 5,
    backoffMillis: 1_000,
  },
  'deadlines.chase': {
    label: { nl: 'Herinneren en doorzetten', en: 'Remind and escalate' },
    basis: 'Rule of the bureau: reminded before, escalated after, on working days at nine',
    attempts: 5,
    backoffMillis: 1_000,
  },
  'offer.lapse': {
    label: { nl: 'Mediators antwoorden niet', en: 'Mediators do not answer' },
    basis: 'Rule of the bureau: four hours of the office to answer, then the next pair',
    attempts: 5,
    backoffMillis: 1_000,
  },
  'digest.daily': {
    label: { nl: 'Dagoverzicht per persoon', en: 'Daily digest per person' },
    basis: 'Rule of the bureau: everybody sees in the morning what waits for them',
    attempts: 5,
    backoffMillis: 5_000,
  },
  'verify.nightly': {
    label: { nl: 'Nachtelijke controle van de dossiers', en: 'Nightly check of the files' },
    basis: 'GDPR art. 32: that the files are whole is shown every night',
    attempts: 3,
    backoffMillis: 60_000,
  },
  'verify-cases.nightly': {
    label: { nl: 'Nachtelijke controle van de adviesdossiers', en: 'Nightly check of the advice files' },
    basis: 'GDPR art. 32: that the files are whole is shown every night',
    attempts: 3,
    backoffMillis: 60_000,
  },
  'carry-over.requests': {
    label: {
      nl: 'Telling van de verzoeken die het jaar overgaan',
      en: 'Count of requests carried over the year',
    },
    basis: 'Annual report: what runs on 31 December is not counted again the next year',
    attempts: 5,
    backoffMillis: 5_000,
  },
  'carry-over.cases': {
    label: { nl: 'Telling van de zaken die het jaar overgaan', en: 'Count of cases carried over the year' },
    basis: 'Annual report: what runs on 31 December is not counted again the next year',
    attempts: 5,
    backoffMillis: 5_000,
  },
} as const satisfies Record<string, JobEntry>;

export type JobKind = keyof typeof JOBS;
export const JOB_KINDS = Object.keys(JOBS) as readonly JobKind[];
export type JobTerms = Readonly<Record<JobKind, Pick<JobEntry, 'attempts' | 'backoffMillis'>>>;
