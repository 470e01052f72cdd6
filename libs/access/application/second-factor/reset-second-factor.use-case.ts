import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import { AccountStore, type UnknownAccount } from '../account.store';
import { Journal } from '../journal';
import { SecondFactors } from './second-factors';

/**
 * Takes the second factor of somebody who lost it, recovery codes and all, and ends every session of the account. Who
 * did it stands in the journal: it is also how an account would be taken over.
 */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly accounts: AccountStore,
    private readonly factors: SecondFactors,
    private readonly journal: Journal,
  ) {}

  async execute(
    name: string,
    actor: string | null,
  ): Promise<Result<{ username: string; had: boolean }, UnknownAccount>> {
    const username = name.toLowerCase();
    if (!(await this.accounts.find(username))) return no({ code: 'unknown-account', username });
    const had = (await this.factors.remove(username, null)) === 'removed';
    if (had)
      await this.journal.record({ action: 'account.second_factor_reset', actor, detail: { username } });
    return ok({ username, had });
  }
}
