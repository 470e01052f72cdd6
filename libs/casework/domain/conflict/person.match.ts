import type { PlainDate } from '@bureau/kernel';
import { compareBirthDates } from './birth-date.comparison';
import { compareContacts, emailKey, phoneKey } from './contact.comparison';
import { type Evidence, evidence, totalBits } from './evidence.catalogue';
import { strongestOf } from './name.comparison';
import { type ParsedName, parseName, readingsOf } from './name.parsing';
import type { FamilyRole, KnownPerson } from './person';

/** A person made ready for comparing, once for any number of comparisons. */
export interface PersonProfile {
  readonly key: string;
  readonly role: FamilyRole;
  readonly names: readonly ParsedName[];
  readonly birthDate: PlainDate | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface PersonMatch {
  readonly bits: number;
  readonly evidence: readonly Evidence[];
}

/** A surname alone takes the given names of the name it stands beside. */
function completed(other: ParsedName, name: ParsedName): ParsedName {
  if (other.length > 1) return other;
  return [...name.filter(({ isFirst, isInitial }) => isFirst || isInitial), ...other.map(asSurname)];
}

const asSurname = <T extends { readonly isFirst: boolean }>(word: T): T => ({ ...word, isFirst: false });

export function profileOf(person: KnownPerson): PersonProfile {
  const name = parseName(person.name ?? '');
  const others = person.otherNames.map((other) => completed(parseName(other), name));
  return {
    key: person.key,
    role: person.role,
    names: [name, ...others].filter((words) => words.length > 0).flatMap(readingsOf),
    birthDate: person.birthDate,
    phone: phoneKey(person.phone),
    email: emailKey(person.email),
  };
}

const isOppositeParent = (a: FamilyRole, b: FamilyRole): boolean =>
  (a === 'mother' && b === 'father') || (a === 'father' && b === 'mother');

/** How much speaks for the two being one person, and what. The order of the two makes no difference. */
export function matchPersons(a: PersonProfile, b: PersonProfile): PersonMatch {
  const found = [
    ...strongestOf(a.names, b.names),
    ...compareBirthDates(a.birthDate, b.birthDate),
    ...compareContacts(a, b),
    ...(isOppositeParent(a.role, b.role) ? [evidence('opposite-parent')] : []),
  ];
  return { bits: totalBits(found), evidence: found };
}
