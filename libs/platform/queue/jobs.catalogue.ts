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
} as const satisfies Record<string, JobEntry>;

export type JobKind = keyof typeof JOBS;
export const JOB_KINDS = Object.keys(JOBS) as readonly JobKind[];
export type JobTerms = Readonly<Record<JobKind, Pick<JobEntry, 'attempts' | 'backoffMillis'>>>;
