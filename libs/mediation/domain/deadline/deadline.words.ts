import { dayInWords, REGIMES, termInWords } from '@bureau/calendar';
import type { Language } from '@bureau/kernel';
import { ANCHORS } from './deadline.anchors';
import { DEADLINES, type DeadlineRule } from './deadline.catalogue';
import type { Deadline } from './deadline.rules';

const TEXTS = {
  nl: {
    expected: 'verwachte ',
    rolled: (from: string, why: string) => `; ${from} telt niet als laatste dag (${why})`,
    paused: (days: number) => `; ${days} ${days === 1 ? 'dag' : 'dagen'} opgeschoven door de opschorting`,
    overridden: (rule: string, to: string) => `${to}, met de hand gezet in plaats van: ${rule}`,
    review: '; let op: de regel geeft nu een andere dag dan toen',
  },
  en: {
    expected: 'expected ',
    rolled: (from: string, why: string) => `; ${from} cannot be the last day (${why})`,
    paused: (days: number) => `; moved by ${days} ${days === 1 ? 'day' : 'days'} of suspension`,
    overridden: (rule: string, to: string) => `${to}, set by hand instead of: ${rule}`,
    review: '; note: the rule now gives another day than it did then',
  },
} as const satisfies Record<Language, unknown>;

/** Why a deadline falls on its day, in words: "full chamber Thu 26 March 2026, minus 1 working day". */
export function explanationOf(deadline: Deadline, language: Language): string {
  const texts = TEXTS[language];
  const { count, anchorOn, isExpected, rolledOver, pausedDays } = deadline.counted;
  const expected = isExpected ? texts.expected : '';
  const anchor = `${expected}${ANCHORS[count.from].label[language]} ${dayInWords(anchorOn, language)}`;
  const term = count.length === 0 ? '' : `, ${termInWords(count, language)}`;
  const rolled = rolledOver
    .map(({ on, why }) => texts.rolled(dayInWords(on, language), why[language]))
    .join('');
  const rule = `${anchor}${term}${rolled}${pausedDays ? texts.paused(pausedDays) : ''}`;
  if (!deadline.override) return rule;
  const overridden = texts.overridden(rule, dayInWords(deadline.override.dueOn, language));
  return deadline.reviewNeeded ? overridden + texts.review : overridden;
}

/** The basis of a deadline with the regime its term is under. */
export function basisOf(deadline: Deadline, language: Language): string {
  const rule: DeadlineRule = DEADLINES[deadline.kind];
  return `${rule.basis[language]} (${REGIMES[rule.regime].label[language]})`;
}
