import type { Language, PlainDate } from '@bureau/kernel';
import { weekdayInWords } from './weekdays.words';

const MONTHS = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const satisfies Record<Language, readonly string[]>;

const SHORT_WEEKDAY_LETTERS = { nl: 2, en: 3 } as const satisfies Record<Language, number>;

/** The day as the bureau writes it: `do 26 maart 2026`, `Thu 26 March 2026`. */
export function dayInWords(date: PlainDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const weekday = weekdayInWords(date)[language].slice(0, SHORT_WEEKDAY_LETTERS[language]);
  return `${weekday} ${day} ${MONTHS[language][(month ?? 0) - 1]} ${year}`;
}
