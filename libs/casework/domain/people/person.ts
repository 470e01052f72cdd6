import type { PlainDate } from '@bureau/kernel';

export const PERSON_ROLES = ['caller', 'parent', 'other', 'child'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody named in a case. What two files must not have in common is found by these fields. */
export interface Person {
  /** Its own within the case (`caller`, `parent-2`, `child-1`). */
  readonly key: string;
  readonly role: PersonRole;
  readonly name: string;
  /** Maiden name, double name, another spelling. */
  readonly otherNames: readonly string[];
  readonly birthDate: PlainDate | null;
  readonly phone: string | null;
  readonly email: string | null;
}
