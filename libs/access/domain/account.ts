import { type Language, LANGUAGES, no, ok, type Result } from '@bureau/kernel';
import { violation, type Violation } from './account.violations';
import { isRole, type Role } from './roles.catalogue';
import { parseUsername } from './username.rules';

/** Somebody who may log in. Never carries the password or its hash. */
export interface Account {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  /** Who this is in the pool: the id of a mediator or curator. Without one, no request is this account's own. */
  readonly person: string | null;
  readonly disabled: boolean;
  /** The coordinator to whom is passed on what stays overdue. */
  readonly senior: boolean;
  /** Logs in with a code besides the password. */
  readonly secondFactor: boolean;
}

/** An account as somebody typed it. */
export interface AccountDraft {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly language: string;
  readonly person: string | null;
  readonly senior?: boolean;
}

const ONE_LINE = /^[^\p{Cc}\u2028\u2029]{1,120}$/u;

/** The account that the draft describes, each role once; or everything that is wrong with it. */
export function accountOf(draft: AccountDraft): Result<Account, readonly Violation[]> {
  const username = parseUsername(draft.username);
  const displayName = draft.displayName.trim();
  const person = draft.person?.trim() ?? null;
  const roles = [...new Set(draft.roles)].filter(isRole);
  const language = LANGUAGES.find((known) => known === draft.language);

  const violations: Violation[] = [];
  if (!username.ok) violations.push(username.error);
  if (!ONE_LINE.test(displayName)) violations.push(violation('display-name-shape'));
  if (draft.roles.length === 0) violations.push(violation('role-missing'));
  if (!draft.roles.every(isRole)) violations.push(violation('role-unknown'));
  if (!language) violations.push(violation('language-unknown'));
  if (person !== null && !ONE_LINE.test(person)) violations.push(violation('person-shape'));

  if (draft.senior && !roles.includes('coordinator')) violations.push(violation('senior-not-coordinator'));

  if (!username.ok || !language || violations.length > 0) return no(violations);
  const senior = draft.senior ?? false;
  return ok({
    username: username.value,
    displayName,
    roles,
    language,
    person,
    disabled: false,
    senior,
    secondFactor: false,
  });
}
