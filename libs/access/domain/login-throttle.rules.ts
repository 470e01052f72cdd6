import { type Instant, millisOf } from '@bureau/kernel';

const MINUTE = 60_000;

/** Basis: NIST SP 800-63B, limits on consecutive failed attempts; the numbers are a house rule of the bureau. */
export const THROTTLE = {
  free: 5,
  withinMs: 15 * MINUTE,
  firstWaitMs: MINUTE / 2,
  longestWaitMs: 15 * MINUTE,
  rememberedMs: 60 * MINUTE,
} as const;

/** The failures that still count at `now`, oldest first. */
export const remembered = (failures: readonly Instant[], now: Instant): readonly Instant[] =>
  failures.filter((at) => millisOf(now) - millisOf(at) < THROTTLE.rememberedMs);

/**
 * Whole seconds until a name may be tried again; 0 when it may now. Five failures within 15 minutes make it wait, and
 * every one more within the hour doubles the wait, up to 15 minutes. An attempt that was refused is no failure: else
 * anybody could keep a coordinator out for ever by knocking.
 */
export function secondsToWait(failures: readonly Instant[], now: Instant): number {
  const counted = remembered(failures, now);
  const last = counted.at(-1);
  const first = counted.at(-THROTTLE.free);
  if (!last || !first || millisOf(last) - millisOf(first) > THROTTLE.withinMs) return 0;
  const doubled = THROTTLE.firstWaitMs * 2 ** (counted.length - THROTTLE.free);
  const until = millisOf(last) + Math.min(THROTTLE.longestWaitMs, doubled);
  return Math.max(0, Math.ceil((until - millisOf(now)) / 1000));
}
