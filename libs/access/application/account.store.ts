import type { Instant, Language } from '@bureau/kernel';
import type { Account } from '../domain/account';

export interface UnknownAccount {
  readonly code: 'unknown-account';
  readonly username: string;
}

/** The accounts of the bureau, kept for good: an account is disabled, never deleted. */
export abstract class AccountStore {
  /** 'taken' when the username is there already; of two at the same time exactly one is 'added'. */
  abstract add(account: Account, passwordHash: string, createdAt: Instant): Promise<'added' | 'taken'>;

  abstract find(username: string): Promise<{ account: Account; passwordHash: string } | null>;

  /** All of them, disabled ones too, by username. */
  abstract list(): Promise<readonly Account[]>;

  abstract isEmpty(): Promise<boolean>;

  /** Makes an account senior, or ends that. */
  abstract makeSenior(username: string, senior: boolean): Promise<'done' | 'unknown'>;

  /** When the promise resolves with 'done' no session of the account is left. */
  abstract disable(username: string): Promise<'done' | 'unknown'>;

  abstract enable(username: string): Promise<'done' | 'unknown'>;

  abstract setLanguage(username: string, language: Language): Promise<'done' | 'unknown'>;

  /**
   * 'stale' when the password is no longer the one that was verified. When the promise resolves with 'done' no session
   * of the account is left but the one to keep.
   */
  abstract replacePassword(
    verified: { readonly username: string; readonly passwordHash: string },
    passwordHash: string,
    keptTokenHash: string,
  ): Promise<'done' | 'stale'>;

  /** When the promise resolves with 'done' no session that the old password opened is left. */
  abstract changePassword(username: string, passwordHash: string): Promise<'done' | 'unknown'>;
}
