import { isParticle } from '../conflict/name.parts.catalogue';
import { latinLetters } from '../conflict/name.script';
import type { Person } from './person';

/** Longer words are cut, here and in what is asked, so that both still meet. */
export const LONGEST_TOKEN = 30;
const MOST_ASKED = 5;

/** The words of a text as they are searched by: Latin letters and figures, small, without accents or signs. */
export const wordsOf = (text: string): readonly string[] =>
  latinLetters(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, LONGEST_TOKEN));

/** Everything a case is found by, besides its number. */
export function tokensOf(
  people: readonly Pick<Person, 'name' | 'otherNames'>[],
  courtNumber: string | null,
): ReadonlySet<string> {
  const names = people.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  return new Set([...names.flatMap(wordsOf), ...courtTokens(courtNumber ?? '')]);
}

/** C/09/654321 / FA RK 26-123 is found by each of its parts and as one word. */
function courtTokens(courtNumber: string): readonly string[] {
  const parts = wordsOf(courtNumber);
  return parts.length > 1 ? [...parts, parts.join('').slice(0, LONGEST_TOKEN)] : parts;
}

/** One word of a question. */
export interface AskedWord {
  readonly word: string;
  /** A word of two letters is a whole one: as a beginning it would mean half the register. */
  readonly isBeginning: boolean;
}

/**
 * What somebody looks for: words that must all be met. "van den Berg" is asked as "Berg": the particles tell nobody
 * apart. A single letter is no question.
 */
export function askedFor(question: string): readonly AskedWord[] {
  const words = wordsOf(question).filter((word) => word.length > 1);
  const telling = words.filter((word) => !isParticle(word));
  return (telling.length > 0 ? telling : words)
    .slice(0, MOST_ASKED)
    .map((word) => ({ word, isBeginning: word.length > 2 }));
}
