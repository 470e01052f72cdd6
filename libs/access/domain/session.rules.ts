import { type Instant, instantFromMillis, millisOf } from '@bureau/kernel';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long a session lives. Basis: house rule of the bureau after NIST SP 800-63B (log in again every 12 hours); the
 * idle time is the length of a long mediation session, during which nobody types.
 */
export const SESSION_TERMS = { longestMs: 12 * HOUR, idleMs: 2 * HOUR, refreshMs: MINUTE } as const;

/** A login that has not been ended. The token itself is known to its holder only. */
export interface LoginSession {
  readonly tokenHash: string;
  readonly username: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant;
  readonly expiresAt: Instant;
  /** What its owner would call the device; null when it did not say. */
  readonly device: string | null;
}

export const newSession = (
  tokenHash: string,
  username: string,
  at: Instant,
  device: string | null = null,
): LoginSession => ({
  tokenHash,
  username,
  createdAt: at,
  lastUsedAt: at,
  expiresAt: instantFromMillis(millisOf(at) + SESSION_TERMS.longestMs),
  device,
});

/** A session used at or before this moment has been idle too long at `now`. */
export const idleSince = (now: Instant): Instant => instantFromMillis(millisOf(now) - SESSION_TERMS.idleMs);

export const isLive = ({ lastUsedAt, expiresAt }: LoginSession, now: Instant): boolean =>
  now < expiresAt && lastUsedAt > idleSince(now);

/** True at most once a minute: so that a reader does not become a writer at every click. */
export const needsRefresh = ({ lastUsedAt }: LoginSession, now: Instant): boolean =>
  millisOf(now) - millisOf(lastUsedAt) >= SESSION_TERMS.refreshMs;
