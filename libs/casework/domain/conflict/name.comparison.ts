import { distance } from 'fastest-levenshtein';
import { type Evidence, evidence, type EvidenceCode, totalBits } from './evidence.catalogue';
import type { NameWord, ParsedName } from './name.parsing';

/** Shares of the longer word that two words must have in common. */
const ALMOST_SAME = 0.74;
const ALIKE_ENOUGH_TO_SOUND_ALIKE = 0.45;
const SHORTEST_WITH_TYPO = 4;
const SHORTEST_SHORT_FORM = 3;
/** A given name and a surname; what comes after mostly comes with them. */
const WORDS_THAT_TELL = 2;

const likeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length, 1);
const shares = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((one) => b.includes(one));

/** Bas for Bastiaan, Tina for Christina. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_SHORT_FORM && (long.startsWith(short) || long.endsWith(short));
}

/** Given names that begin alike may be one name and its pet form. */
const beginAlike = (as: ParsedName, bs: ParsedName): boolean => {
  const opening = ({ letters }: NameWord): string => letters.slice(0, SHORTEST_SHORT_FORM);
  return as.some((a) => a.isFirst && !a.isInitial && bs.some((b) => b.isFirst && opening(a) === opening(b)));
};

/** Likeness of how the words sound, over all their forms. */
const soundLikeness = (a: NameWord, b: NameWord): number =>
  Math.max(...a.sounds.flatMap((one) => b.sounds.map((other) => likeness(one, other))));

function wordEvidence(a: NameWord, b: NameWord): EvidenceCode | null {
  if (a.isInitial || b.isInitial) return shares(a.initials, b.initials) ? 'name-initial' : null;
  if (a.letters === b.letters) return 'name-same';
  if (shares(a.sounds, b.sounds) || shares(a.shortForms, b.shortForms)) return 'name-variant';
  const alike = soundLikeness(a, b);
  const sameConsonants = shares(a.consonants, b.consonants);
  if (sameConsonants && (a.bare || b.bare)) return 'name-variant';
  if (sameConsonants && alike >= ALIKE_ENOUGH_TO_SOUND_ALIKE) return 'name-sounds-alike';
  if (a.isFirst && b.isFirst && isPartOf(a.letters, b.letters)) return 'name-sounds-alike';
  const isLong = Math.min(a.letters.length, b.letters.length) >= SHORTEST_WITH_TYPO;
  return isLong && alike >= ALMOST_SAME ? 'name-typo' : null;
}

interface Pairing {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly found: Evidence;
}

/** Each word of one name with the word of the other that says most, every word used once. */
function pairings(a: ParsedName, b: ParsedName): readonly Pairing[] {
  const possible = a.flatMap((one) =>
    b.flatMap((other): Pairing[] => {
      const code = wordEvidence(one, other);
      return code ? [{ a: one, b: other, found: evidence(code, one.isCommon || other.isCommon) }] : [];
    }),
  );
  const chosen: Pairing[] = [];
  for (const pair of possible.toSorted((x, y) => y.found.bits - x.found.bits))
    if (!chosen.some(({ a: one, b: other }) => one === pair.a || other === pair.b)) chosen.push(pair);
  return chosen;
}

/** What two names say about being the names of one person; empty when one of them says nothing. */
export function compareNames(a: ParsedName, b: ParsedName): readonly Evidence[] {
  if (a.length === 0 || b.length === 0) return [];
  const pairs = pairings(a, b);
  const restOfA = a.filter((word) => !pairs.some((pair) => pair.a === word));
  const restOfB = b.filter((word) => !pairs.some((pair) => pair.b === word));
  const found = pairs.map(({ found: one }, rank) =>
    rank < WORDS_THAT_TELL || one.code === 'name-initial' ? one : evidence('name-further-word'),
  );
  // What only one of the two has is a double name, a second given name or a maiden name: it says nothing.
  if (restOfA.length === 0 || restOfB.length === 0) return found;
  const givenOpen = restOfA.some(({ isFirst }) => isFirst) && restOfB.some(({ isFirst }) => isFirst);
  const familyOpen = restOfA.some(({ isFirst }) => !isFirst) && restOfB.some(({ isFirst }) => !isFirst);
  const noneShared = pairs.length === 0;
  return [
    ...found,
    ...(givenOpen || noneShared
      ? [evidence(beginAlike(restOfA, restOfB) ? 'given-begins-alike' : 'given-differs')]
      : []),
    ...(familyOpen || noneShared ? [evidence('family-differs')] : []),
  ];
}

/** The most that any two of the names of two people say. */
export function strongestOf(as: readonly ParsedName[], bs: readonly ParsedName[]): readonly Evidence[] {
  const all = as.flatMap((a) => bs.map((b) => compareNames(a, b)));
  return all.reduce((best, found) => (totalBits(found) > totalBits(best) ? found : best), all[0] ?? []);
}
