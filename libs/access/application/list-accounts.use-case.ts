import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account';
import { AccountStore } from './account.store';

/** Every account by username, disabled ones too. */
@Injectable()
export class ListAccounts {
  constructor(private readonly accounts: AccountStore) {}

  execute(): Promise<readonly Account[]> {
    return this.accounts.list();
  }
}
