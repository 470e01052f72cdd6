import { Injectable } from '@nestjs/common';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import type { Account } from '../../domain/account';
import { RECOVERY_CODES, typedCode } from '../../domain/one-time-code.rules';
import { Journal } from '../journal';
import { LoginThrottle, type TooManyAttempts } from '../login.throttle';
import { generatedRecoveryCode, hashOfRecoveryCode, hashOfToken } from '../secrets';
import { OneTimeCodes } from './one-time-codes';
import { SecondFactors } from './second-factors';

export interface Confirmed {
  /** Told this once; only their hashes are stored. */
  readonly recoveryCodes: readonly string[];
}

export type ConfirmationRefusal =
  { readonly code: 'wrong-code' } | { readonly code: 'nothing-to-confirm' } | TooManyAttempts;

/**
 * The first code of a new authenticator: from now on one is asked at every login. Sessions that were opened without
 * one end, but for the one at hand.
 */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly codes: OneTimeCodes,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  execute(
    { username }: Account,
    token: string,
    code: string,
  ): Promise<Result<Confirmed, ConfirmationRefusal>> {
    return this.throttle.guard(username, () => this.attempt(username, token, code));
  }

  private async attempt(
    username: string,
    token: string,
    code: string,
  ): Promise<Result<Confirmed, ConfirmationRefusal>> {
    const factor = await this.factors.find(username);
    if (!factor || factor.confirmed) return no({ code: 'nothing-to-confirm' });
    const step = this.codes.stepOf(factor.secret, typedCode(code).code, this.clock.now());
    if (step === null) return no({ code: 'wrong-code' });
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, generatedRecoveryCode);
    const hashes = recoveryCodes.map((one) => hashOfRecoveryCode(username, one));
    const outcome = await this.factors.confirm(factor, step, hashes, hashOfToken(token));
    if (outcome === 'stale') return no({ code: 'nothing-to-confirm' });
    await this.journal.record({
      action: 'account.second_factor_confirmed',
      actor: username,
      detail: { username },
    });
    return ok({ recoveryCodes });
  }
}
