import type { Words } from '@bureau/kernel';
import type { Account } from './account';
import type { Role } from './roles.catalogue';

export interface SecondFactorRule {
  readonly rule: 'required' | 'optional';
  readonly basis: Words;
}

export type SecondFactorRules = Readonly<Record<Role, SecondFactorRule>>;

/** Which accounts must log in with a second factor. One role that must is enough. */
export class SecondFactorPolicy {
  constructor(private readonly rules: SecondFactorRules) {}

  isRequiredOf({ roles }: Pick<Account, 'roles'>): boolean {
    return roles.some((role) => this.rules[role].rule === 'required');
  }

  /** True for somebody who must have one and has none yet: nothing is open but getting one. */
  isOwedBy(account: Pick<Account, 'roles' | 'secondFactor'>): boolean {
    return !account.secondFactor && this.isRequiredOf(account);
  }
}
