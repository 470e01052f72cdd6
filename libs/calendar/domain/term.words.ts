import type { Language, Words } from '@bureau/kernel';
import type { TermSpan } from './term-span';
import { countInWords } from './units.words';

const SIGNS = {
  forward: { nl: 'plus', en: 'plus' },
  backward: { nl: 'min', en: 'minus' },
} as const satisfies Record<TermSpan['direction'], Words>;

const AT_ONCE: Words = { nl: 'op de dag zelf', en: 'on the day itself' };

/** The term as one reads it after its anchor: `plus 2 werkdagen`, `minus 1 working day`, `on the day itself`. */
export function termInWords(term: TermSpan, language: Language): string {
  if (term.length === 0 && term.unit !== 'hour') return AT_ONCE[language];
  return `${SIGNS[term.direction][language]} ${countInWords(term.length, term.unit, language)}`;
}
