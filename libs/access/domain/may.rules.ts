import { no, ok, type Result } from '@bureau/kernel';
import type { Account } from './account';
import { type DoorName, type Grant, POLICY, type Reach } from './doors.policy';
import { eventsOf } from './events.policy';
import type { Role } from './roles.catalogue';

/** What the file is to the account: it has a part in it, or not. A door without a file behind it is 'other'. */
export type Relation = 'own' | 'other';

/** 'hidden': the account may not even learn that this file exists. */
export type AccessRefusal = 'not-your-role' | 'hidden';
export type Answer = 'yes' | AccessRefusal;

/** What the policy looks at of an account. */
export type Holder = Pick<Account, 'roles' | 'disabled'>;

/** 'own' when the account's person is among the people of the file. An account without a person owns nothing. */
export const relationTo = ({ person }: Pick<Account, 'person'>, people: readonly string[]): Relation =>
  person !== null && people.includes(person) ? 'own' : 'other';

/** How far the account reaches through the door, over all its roles; null when it never passes. */
export function reachOf({ roles, disabled }: Holder, door: DoorName): Reach | null {
  if (disabled) return null;
  const grants: Readonly<Partial<Record<Role, Grant>>> = POLICY[door].grants;
  const reaches = roles.map((role) => grants[role]?.reach);
  return reaches.includes('any') ? 'any' : reaches.includes('own') ? 'own' : null;
}

/** Whether the account passes the door to a file it has this relation to. The default is no. */
export function may(account: Holder, door: DoorName, relation: Relation): Answer {
  const reach = reachOf(account, door);
  if (reach === null) return 'not-your-role';
  return reach === 'any' || relation === 'own' ? 'yes' : 'hidden';
}

/** The first of these doors that the account passes: name them from the fullest view to the barest. */
export function firstOpen(
  account: Holder,
  doors: readonly DoorName[],
  relation: Relation,
): Result<DoorName, AccessRefusal> {
  const answers = doors.map((door) => may(account, door, relation));
  const open = doors[answers.indexOf('yes')];
  if (open) return ok(open);
  return no(answers.includes('hidden') ? 'hidden' : 'not-your-role');
}

/** The event types the account may send to a request it has this relation to; '*' is every one. */
export function eventsFor(account: Holder, relation: Relation): '*' | readonly string[] {
  if (may(account, 'request.advance', relation) !== 'yes') return [];
  const grants = account.roles
    .map(eventsOf)
    .filter((grant) => grant.relation === 'any' || relation === 'own');
  if (grants.some(({ events }) => events === '*')) return '*';
  return [...new Set(grants.flatMap(({ events }) => (events === '*' ? [] : events)))];
}

/**
 * Whether the account may send an event of this type to a request. Somebody else's request is 'hidden' whatever the
 * type: the answer must not tell a request that exists from one that does not.
 */
export function maySend(account: Holder, eventType: string, relation: Relation): Answer {
  const answer = may(account, 'request.advance', relation);
  if (answer !== 'yes') return answer;
  const events = eventsFor(account, relation);
  return events === '*' || events.includes(eventType) ? 'yes' : 'not-your-role';
}
