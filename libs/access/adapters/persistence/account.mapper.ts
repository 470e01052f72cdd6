import type { Account } from '../../domain/account';
import { isRole } from '../../domain/roles.catalogue';
import type { AccountRow } from './account.row';

/** The columns an Account is read from, qualified so that they can stand in a join. */
export const ACCOUNT_COLUMNS =
  'account.username, account.display_name, account.roles, account.language, account.person, account.is_disabled, account.is_senior, account.has_second_factor';

type ReadRow = Pick<
  AccountRow,
  | 'username'
  | 'display_name'
  | 'roles'
  | 'language'
  | 'person'
  | 'is_disabled'
  | 'is_senior'
  | 'has_second_factor'
>;

/** The account of a row. A role that has been retired since opens nothing and is left out. */
export const toAccount = (row: ReadRow): Account => ({
  username: row.username,
  displayName: row.display_name,
  roles: (JSON.parse(row.roles) as string[]).filter(isRole),
  language: row.language === 'en' ? 'en' : 'nl',
  person: row.person,
  disabled: row.is_disabled !== 0,
  senior: row.is_senior !== 0,
  secondFactor: row.has_second_factor !== 0,
});

export const toColumns = (account: Account) => ({
  username: account.username,
  display_name: account.displayName,
  roles: JSON.stringify(account.roles),
  language: account.language,
  person: account.person,
  is_disabled: account.disabled,
  is_senior: account.senior,
  has_second_factor: account.secondFactor,
});
