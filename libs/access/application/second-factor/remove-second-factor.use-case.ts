import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import type { Account } from '../../domain/account';
import { AccountStore } from '../account.store';
import { Journal } from '../journal';
import { LoginThrottle, type TooManyAttempts } from '../login.throttle';
import { PasswordHasher } from '../password.hasher';
import { hashOfToken } from '../secrets';
import { SecondFactorCheck } from './second-factor.check';
import { SecondFactors } from './second-factors';

export interface OwnProof {
  readonly password: string;
  readonly code: string;
}

export type RemovalRefusal = { readonly code: 'not-proven' } | TooManyAttempts;

/** Somebody takes leave of the own authenticator, with all that a login asks. Other sessions end. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactors,
    private readonly check: SecondFactorCheck,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
  ) {}

  execute({ username }: Account, token: string, shown: OwnProof): Promise<Result<null, RemovalRefusal>> {
    return this.throttle.guard(username, () => this.attempt(username, token, shown));
  }

  private async attempt(
    username: string,
    token: string,
    { password, code }: OwnProof,
  ): Promise<Result<null, RemovalRefusal>> {
    const found = await this.accounts.find(username);
    const fits = found !== null && (await this.hasher.verify(found.passwordHash, password));
    const proof = await this.check.examine(username, code);
    if (!fits || !proof || !(await this.check.use(proof))) return no({ code: 'not-proven' });
    await this.factors.remove(username, hashOfToken(token));
    await this.journal.record({
      action: 'account.second_factor_removed',
      actor: username,
      detail: { username },
    });
    return ok(null);
  }
}
