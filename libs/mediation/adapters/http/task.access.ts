import { reachOf, type Account, type DoorName } from '@bureau/access';
import type { OpenTask } from '../../application/tasks';
import type { Party } from '../../domain/request/parties.rules';

/** Roles whose tasks are part of a mediation. The advice desk's own tasks stay on its side of the wall. */
const OF_MEDIATION: readonly string[] = ['coordinator', 'senior_coordinator', 'mediator', 'curator'];

/** Whether the account reaches the task through the door; `role` is the one its person has in the request, if any. */
export function reachesTask(
  account: Account,
  door: DoorName,
  { forRole, forPerson }: Pick<OpenTask, 'forRole' | 'forPerson'>,
  role: Party['role'] | null,
): boolean {
  const reach = reachOf(account, door);
  if (reach === null) return false;
  if (forPerson !== null && forPerson === account.username) return true;
  if (reach === 'any') return OF_MEDIATION.includes(forRole);
  if (forPerson !== null) return false;
  return role === forRole
    ? account.roles.some((held) => held === forRole)
    : !OF_MEDIATION.includes(forRole) && account.roles.some((held) => held === forRole);
}
