import { Injectable } from '@nestjs/common';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import type { Account } from '../../domain/account';
import { AccountStore } from '../account.store';
import { Journal } from '../journal';
import { LoginThrottle, type TooManyAttempts } from '../login.throttle';
import { PasswordHasher } from '../password.hasher';
import { OneTimeCodes } from './one-time-codes';
import { SecondFactors } from './second-factors';

export interface Enrolment {
  /** Told until it is confirmed, and never after. */
  readonly secret: string;
  readonly uri: string;
}

export type EnrolmentRefusal =
  { readonly code: 'wrong-password' } | { readonly code: 'second-factor-there' } | TooManyAttempts;

/**
 * Gives somebody a secret for the own authenticator. Nothing is asked of them before they have shown a code of it. The
 * password is asked again: a session that was left open is no way to lock its owner out.
 */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactors,
    private readonly codes: OneTimeCodes,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  execute({ username }: Account, password: string): Promise<Result<Enrolment, EnrolmentRefusal>> {
    return this.throttle.guard(username, () => this.attempt(username, password));
  }

  private async attempt(username: string, password: string): Promise<Result<Enrolment, EnrolmentRefusal>> {
    const found = await this.accounts.find(username);
    if (!found || !(await this.hasher.verify(found.passwordHash, password)))
      return no({ code: 'wrong-password' });
    const secret = this.codes.newSecret();
    const outcome = await this.factors.begin(username, secret, this.clock.now());
    if (outcome === 'there') return no({ code: 'second-factor-there' });
    await this.journal.record({
      action: 'account.second_factor_begun',
      actor: username,
      detail: { username },
    });
    return ok({ secret, uri: this.codes.uriOf(secret, username) });
  }
}
