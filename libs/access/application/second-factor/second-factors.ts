import type { Instant } from '@bureau/kernel';

/** The secret that an account's authenticator shares with the program. */
export interface SecondFactor {
  readonly username: string;
  readonly secret: string;
  /** False until its owner has shown a code; such a one is asked of nobody. */
  readonly confirmed: boolean;
  /** The step of the last code that was taken; 0 when none was. */
  readonly lastStep: number;
  /** Tells this enrolment from every other. */
  readonly mark: string;
}

/** The second factors of accounts. Secrets are encrypted where they are kept, and recovery codes are hashes. */
export abstract class SecondFactors {
  abstract find(username: string): Promise<SecondFactor | null>;

  /** Keeps the secret, unconfirmed, in place of an earlier unconfirmed one. 'there': a confirmed one stays as it is. */
  abstract begin(username: string, secret: string, at: Instant): Promise<'begun' | 'there'>;

  /**
   * The factor counts from now on: the account has one, these codes stand in for it, and no other session is left.
   * 'stale' when it was begun anew or confirmed by now.
   */
  abstract confirm(
    factor: SecondFactor,
    step: number,
    recoveryHashes: readonly string[],
    keptTokenHash: string,
  ): Promise<'confirmed' | 'stale'>;

  /** True for one caller only: the step is taken when the last one is still the one of `factor`. */
  abstract takeStep(factor: SecondFactor, step: number): Promise<boolean>;

  /** Whether the account has this recovery code, not used yet. */
  abstract hasRecoveryCode(username: string, hash: string): Promise<boolean>;

  /** True for one caller only. */
  abstract takeRecoveryCode(username: string, hash: string): Promise<boolean>;

  /** Factor and codes are gone, and every session but the one to keep. 'none': there was no confirmed one. */
  abstract remove(username: string, keptTokenHash: string | null): Promise<'removed' | 'none'>;
}
