import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import { AccountStore, type UnknownAccount } from './account.store';
import { Journal } from './journal';

/** Shuts an account out at once: its sessions end, and it cannot log in again. */
@Injectable()
export class DisableAccount {
  constructor(
    private readonly accounts: AccountStore,
    private readonly journal: Journal,
  ) {}

  async execute(name: string, actor: string | null): Promise<Result<{ username: string }, UnknownAccount>> {
    const username = name.toLowerCase();
    if ((await this.accounts.disable(username)) === 'unknown')
      return no({ code: 'unknown-account', username });
    await this.journal.record({ action: 'account.disabled', actor, detail: { username } });
    return ok({ username });
  }
}
