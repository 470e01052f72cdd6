import type { Instant } from '@bureau/kernel';
import type { Account } from '../domain/account';
import type { LoginSession } from '../domain/session.rules';

/** Who is logged in. */
export abstract class LoginSessions {
  /**
   * 'refused' when, by now, the account is disabled, its password hash is no longer the one that was verified, or it
   * has a second factor and none was shown (or the other way round).
   */
  abstract open(
    session: LoginSession,
    verifiedHash: string,
    secondFactor?: boolean,
  ): Promise<'opened' | 'refused'>;

  /** Every session of the account, whether or not they are still good for anything. */
  abstract of(username: string): Promise<readonly LoginSession[]>;

  /** The session with its account as it is now, whether or not they are still good for anything. */
  abstract find(tokenHash: string): Promise<{ session: LoginSession; account: Account } | null>;

  /** Notes that the session was used. Does not bring back one that has ended. */
  abstract touch(tokenHash: string, usedAt: Instant): Promise<void>;

  abstract end(tokenHash: string): Promise<void>;

  /** Ends all sessions of the account but one; answers how many. */
  abstract endOthers(username: string, keptTokenHash: string): Promise<number>;

  /** Drops sessions that have expired or stood idle too long at `now`; a live one stays. */
  abstract forgetEnded(now: Instant): Promise<void>;
}
