import { type Evidence, evidence, totalBits } from './evidence.catalogue';
import { compareBirthDates } from './birth-date.comparison';
import { compareNames } from './name.comparison';
import { parseName } from './name.parsing';
import type { KnownChild } from './person';

/** What speaks for the two being one child; empty when their birth dates do not. */
function compareChildren(a: KnownChild, b: KnownChild): readonly Evidence[] {
  const [birth] = compareBirthDates(a.birthDate, b.birthDate);
  if (
    birth?.code !== 'birth-same' &&
    birth?.code !== 'birth-same-estimated' &&
    birth?.code !== 'birth-swapped'
  )
    return [];
  const date = evidence(birth.code === 'birth-swapped' ? 'child-birth-swapped' : 'child-birth-same');
  // Children are often noted by their given name alone: it is compared with the first word of the other.
  const names = compareNames(parseName(a.name ?? '').slice(0, 1), parseName(b.name ?? '').slice(0, 1));
  if (names.length === 0) return [date];
  return [date, evidence(totalBits(names) > 0 ? 'child-name-same' : 'child-name-differs')];
}

/** What the children of two files have in common, each child counted once. */
export function matchChildren(as: readonly KnownChild[], bs: readonly KnownChild[]): readonly Evidence[] {
  const open = [...bs];
  return as.flatMap((child) => {
    const compared = open.map((other, index) => ({ index, found: compareChildren(child, other) }));
    const best = compared.toSorted((x, y) => totalBits(y.found) - totalBits(x.found))[0];
    if (!best || totalBits(best.found) <= 0) return [];
    open.splice(best.index, 1);
    return best.found;
  });
}
