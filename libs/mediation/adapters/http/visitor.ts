import type { Account, Relation } from '@bureau/access';
import type { Party } from '../../domain/request/parties.rules';

/** An account as it stands before one request. */
export interface Visitor extends Account {
  readonly relation: Relation;
}

/** Roles that count only in a request in which the person really has that role. */
const PERSONAL_ROLES: readonly string[] = ['mediator', 'curator'];

/**
 * The account with the roles that it has before this request: who is its curator does not enter as a mediator, and
 * who only talked with the child does not enter at all.
 */
export function visitorOf(account: Account, role: Party['role'] | null): Visitor {
  const isOwn = role !== null && PERSONAL_ROLES.includes(role) && account.roles.some((held) => held === role);
  const roles = isOwn
    ? account.roles.filter((held) => !PERSONAL_ROLES.includes(held) || held === role)
    : account.roles;
  return { ...account, roles, relation: isOwn ? 'own' : 'other' };
}
