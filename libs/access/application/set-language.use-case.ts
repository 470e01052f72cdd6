import { Injectable } from '@nestjs/common';
import { type Language, no, ok, type Result } from '@bureau/kernel';
import { AccountStore, type UnknownAccount } from './account.store';
import { Journal } from './journal';

/** From now on the program speaks this language to the account. */
@Injectable()
export class SetLanguage {
  constructor(
    private readonly accounts: AccountStore,
    private readonly journal: Journal,
  ) {}

  async execute(
    name: string,
    language: Language,
    actor: string | null,
  ): Promise<Result<{ username: string }, UnknownAccount>> {
    const username = name.toLowerCase();
    if ((await this.accounts.setLanguage(username, language)) === 'unknown')
      return no({ code: 'unknown-account', username });
    await this.journal.record({ action: 'account.language_set', actor, detail: { username, language } });
    return ok({ username });
  }
}
