const LONGEST_LEASE_MS = 30_000;
/** A shorter one would be lost by a process that is merely busy, and its work done twice for nothing. */
const SHORTEST_LEASE_MS = 1_000;
const SHORTEST_HORIZON_MS = 30_000;

/**
 * How long a row stays with a process that says nothing more of it. Half a sweep at most: what a killed process had in
 * hand must be told of by the next sweep, and the one before may have found it leased.
 */
export const leaseMillis = (sweepMillis: number): number =>
  Math.min(LONGEST_LEASE_MS, Math.max(SHORTEST_LEASE_MS, sweepMillis / 2));

/**
 * Only what is due this soon is offered: each row is seen by a sweep or two before its moment, and the thousands that
 * stand open for later cost neither the queue nor the sweep anything. A queue that is wiped, restored or leapt over by
 * the clock soon agrees with the rows again.
 */
export const horizonMillis = (sweepMillis: number): number => Math.max(SHORTEST_HORIZON_MS, 2 * sweepMillis);
