import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import { AccountStore, type UnknownAccount } from './account.store';
import { Journal } from './journal';

/** Lets a disabled account log in again, with the password and the roles it had. */
@Injectable()
export class EnableAccount {
  constructor(
    private readonly accounts: AccountStore,
    private readonly journal: Journal,
  ) {}

  async execute(name: string, actor: string | null): Promise<Result<{ username: string }, UnknownAccount>> {
    const username = name.toLowerCase();
    if ((await this.accounts.enable(username)) === 'unknown')
      return no({ code: 'unknown-account', username });
    await this.journal.record({ action: 'account.enabled', actor, detail: { username } });
    return ok({ username });
  }
}
