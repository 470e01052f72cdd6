import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/kernel';
import type { Account } from '../domain/account';
import { AccountStore } from './account.store';
import { Journal } from './journal';
import { PasswordHasher } from './password.hasher';
import { generatedPassword } from './secrets';

/** The first person of a new bureau wears both hats: lets colleagues in, and takes the first request. */
export const FIRST_ACCOUNT: Account = {
  username: 'admin',
  displayName: 'Admin',
  roles: ['admin', 'coordinator'],
  language: 'nl',
  person: null,
  disabled: false,
  senior: false,
  secondFactor: false,
};

export type FirstAccount =
  /** Tell the password now: it is stored nowhere. */
  | { readonly outcome: 'made'; readonly username: string; readonly password: string }
  | { readonly outcome: 'not-needed' }
  /** Another process made it a moment ago, and has told the password. */
  | { readonly outcome: 'taken' };

/** Sees to it that somebody can log in. Of any number of processes that start at once, one makes the account. */
@Injectable()
export class EnsureFirstAccount {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<FirstAccount> {
    if (!(await this.accounts.isEmpty())) return { outcome: 'not-needed' };
    const { username, roles } = FIRST_ACCOUNT;
    const password = generatedPassword();
    const passwordHash = await this.hasher.hash(password);
    if ((await this.accounts.add(FIRST_ACCOUNT, passwordHash, this.clock.now())) === 'taken')
      return { outcome: 'taken' };
    const detail = { username, roles, first: true };
    await this.journal.record({ action: 'account.added', actor: null, detail });
    return { outcome: 'made', username, password };
  }
}
