import type { PlainDate } from '@bureau/kernel';
import type { ParsedName } from './name.parsing';
import type { KnownChild } from './person';
import type { PersonProfile } from './person.match';

/** Longer keys than these tell nothing more. */
const CONSONANTS_KEPT = 6;

/** Day and month in one order, so that a date with the two exchanged is found as well. */
function dateKey(date: PlainDate): string {
  const [year, ...rest] = date.split('-');
  return [year, ...rest.toSorted()].join('-');
}

/**
 * The sound of one word with the initial of another, for every two words of the name: a slip in either word, another
 * order, an initial instead of a name and a second surname all leave one of them as it was.
 */
const nameKeys = (name: ParsedName): readonly string[] =>
  name.flatMap((word, at) => {
    if (word.isInitial) return [];
    const others = name.filter((_, index) => index !== at).flatMap(({ initials }) => initials);
    const sounds = word.consonants.map((consonants) => consonants.slice(0, CONSONANTS_KEPT));
    return sounds.flatMap((sound) => others.map((initial) => `n:${sound}+${initial}`));
  });

/**
 * The keys under which a person is found again: whoever is possibly the same person shares at least one. How often
 * that holds is measured in `labelled-set.spec.ts`.
 */
export const keysOfPerson = (person: PersonProfile): readonly string[] => [
  ...new Set([
    ...person.names.flatMap(nameKeys),
    ...(person.birthDate ? [`b:${dateKey(person.birthDate)}`] : []),
    ...(person.phone ? [`p:${person.phone}`] : []),
    ...(person.email ? [`e:${person.email}`] : []),
  ]),
];

export const keysOfChildren = (children: readonly KnownChild[]): readonly string[] => [
  ...new Set(children.flatMap(({ birthDate }) => (birthDate ? [`c:${dateKey(birthDate)}`] : []))),
];
