import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import { type Violation, violation } from '../domain/account.violations';
import { AccountStore, type UnknownAccount } from './account.store';
import { Journal } from './journal';

/** Makes a coordinator the one to whom overdue work is passed on, or ends that. */
@Injectable()
export class MakeSenior {
  constructor(
    private readonly accounts: AccountStore,
    private readonly journal: Journal,
  ) {}

  async execute(
    name: string,
    senior: boolean,
    actor: string | null,
  ): Promise<Result<{ username: string }, UnknownAccount | Violation>> {
    const username = name.toLowerCase();
    const found = await this.accounts.find(username);
    if (!found) return no({ code: 'unknown-account', username });
    if (senior && !found.account.roles.includes('coordinator'))
      return no(violation('senior-not-coordinator'));
    await this.accounts.makeSenior(username, senior);
    await this.journal.record({ action: 'account.senior', actor, detail: { username, senior } });
    return ok({ username });
  }
}
