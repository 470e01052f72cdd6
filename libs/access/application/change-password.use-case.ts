import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import type { Account } from '../domain/account';
import type { Violation } from '../domain/account.violations';
import { passwordViolation } from '../domain/password.rules';
import { AccountStore } from './account.store';
import { Journal } from './journal';
import { LoginThrottle, type TooManyAttempts } from './login.throttle';
import { PasswordHasher } from './password.hasher';
import { hashOfToken } from './secrets';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

export type PasswordRefusal =
  | { readonly code: 'wrong-password' }
  | { readonly code: 'weak-password'; readonly violation: Violation }
  | TooManyAttempts;

type Changed = Result<null, PasswordRefusal>;

/**
 * Somebody gives the own account another password: asks for the current one, ends every session but the one at hand.
 * Guessing the current one is slowed down as at the login, so a session left open is no way to find it out.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
  ) {}

  async execute({ username }: Account, token: string, { current, next }: PasswordChange): Promise<Changed> {
    const violation = passwordViolation(next);
    if (violation) return no({ code: 'weak-password', violation });
    return this.throttle.guard(username, () => this.attempt(username, token, { current, next }));
  }

  private async attempt(
    username: string,
    token: string,
    { current, next }: PasswordChange,
  ): Promise<Changed> {
    const found = await this.accounts.find(username);
    if (!found || !(await this.hasher.verify(found.passwordHash, current)))
      return no({ code: 'wrong-password' });
    const outcome = await this.accounts.replacePassword(
      { username, passwordHash: found.passwordHash },
      await this.hasher.hash(next),
      hashOfToken(token),
    );
    // Changed by somebody else in between: what was given as the current one no longer is.
    if (outcome === 'stale') return no({ code: 'wrong-password' });
    await this.journal.record({
      action: 'account.password_changed',
      actor: username,
      detail: { username },
    });
    return ok(null);
  }
}
