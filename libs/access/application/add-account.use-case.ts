import { Injectable } from '@nestjs/common';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import { type Account, type AccountDraft, accountOf } from '../domain/account';
import type { Violation } from '../domain/account.violations';
import { passwordViolation } from '../domain/password.rules';
import { AccountStore } from './account.store';
import { Journal } from './journal';
import { PasswordHasher } from './password.hasher';
import { generatedPassword } from './secrets';

export interface AddAccountInput extends AccountDraft {
  /** Left out, one is generated. */
  readonly password?: string;
}

export interface AddedAccount {
  readonly account: Account;
  /** The generated password, told this once; null when the caller chose one. */
  readonly generatedPassword: string | null;
}

export type AddAccountRefusal =
  | { readonly code: 'invalid'; readonly violations: readonly Violation[] }
  | { readonly code: 'username-taken'; readonly username: string };

/** Makes an account, or names everything that is wrong with it. */
@Injectable()
export class AddAccount {
  constructor(
    private readonly accounts: AccountStore,
    private readonly hasher: PasswordHasher,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(
    { password, ...draft }: AddAccountInput,
    actor: string | null,
  ): Promise<Result<AddedAccount, AddAccountRefusal>> {
    const drafted = accountOf(draft);
    const generated = password === undefined ? generatedPassword() : null;
    const chosen = password ?? generated ?? '';
    const weak = passwordViolation(chosen);
    if (!drafted.ok || weak) {
      const violations = [...(drafted.ok ? [] : drafted.error), ...(weak ? [weak] : [])];
      return no({ code: 'invalid', violations });
    }

    const account = drafted.value;
    const { username, roles, person, senior } = account;
    const outcome = await this.accounts.add(account, await this.hasher.hash(chosen), this.clock.now());
    if (outcome === 'taken') return no({ code: 'username-taken', username });
    const detail = { username, roles, person, ...(senior && { senior }) };
    await this.journal.record({ action: 'account.added', actor, detail });
    return ok({ account, generatedPassword: generated });
  }
}
