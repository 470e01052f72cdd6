import type { PlainDate } from '@bureau/kernel';

/**
 * What somebody is to the family of a file. `related` is everybody else who stands on a side: a grandparent, a new
 * partner, an aunt.
 */
export type FamilyRole = 'mother' | 'father' | 'parent' | 'related';

/** Somebody of a file, as far as a conflict check looks at them. What is not known is null, never guessed. */
export interface KnownPerson {
  /** Names the person within the file. */
  readonly key: string;
  readonly role: FamilyRole;
  /** As it was written down, in any script and any order. */
  readonly name: string | null;
  /** A maiden name, a name before naturalisation, another spelling: whole, or the differing surname alone. */
  readonly otherNames: readonly string[];
  readonly birthDate: PlainDate | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface KnownChild {
  readonly birthDate: PlainDate | null;
  readonly name: string | null;
}
