const LONGEST_MS = 30_000;
/** A shorter one would be lost by a process that is merely busy, and its work done twice for nothing. */
const SHORTEST_MS = 1_000;

/**
 * How long a row stays with a process that says nothing more of it. Half a sweep at most: what a killed process had in
 * hand must be told of by the next sweep, and the one before may have found it leased.
 */
export const leaseMillis = (sweepMillis: number): number =>
  Math.min(LONGEST_MS, Math.max(SHORTEST_MS, sweepMillis / 2));
