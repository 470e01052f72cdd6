import type { JobEntry } from './jobs.catalogue';

/** Between tries of something that has failed so often that a person must look at it. */
const SLOW_MILLIS = 15 * 60_000;

/** How long a job rests after its `attempt`-th try has failed. Longer each time, and slow once it was given up. */
export function restMillis(
  { attempts, backoffMillis }: Pick<JobEntry, 'attempts' | 'backoffMillis'>,
  attempt: number,
): number {
  if (attempt >= attempts) return SLOW_MILLIS;
  return Math.min(backoffMillis * 2 ** (attempt - 1), SLOW_MILLIS);
}
