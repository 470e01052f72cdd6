import { Injectable } from '@nestjs/common';
import { no, ok, type Result } from '@bureau/kernel';
import { AccountStore, type UnknownAccount } from './account.store';
import { Journal } from './journal';
import { PasswordHasher } from './password.hasher';
import { generatedPassword } from './secrets';

export interface NewPassword {
  readonly username: string;
  /** Told this once, and stored nowhere. */
  readonly password: string;
}

/** Gives an account a new password and ends every session the old one opened. A disabled account stays disabled. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly journal: Journal,
  ) {}

  async execute(name: string, actor: string | null): Promise<Result<NewPassword, UnknownAccount>> {
    const username = name.toLowerCase();
    const password = generatedPassword();
    const outcome = await this.accounts.changePassword(username, await this.hasher.hash(password));
    if (outcome === 'unknown') return no({ code: 'unknown-account', username });
    await this.journal.record({ action: 'account.password_reset', actor, detail: { username } });
    return ok({ username, password });
  }
}
