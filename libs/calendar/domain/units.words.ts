import type { Language, Words } from '@bureau/kernel';
import type { TermUnit } from './term-span';

const UNITS = {
  calendar_day: { one: { nl: 'dag', en: 'day' }, more: { nl: 'dagen', en: 'days' } },
  working_day: { one: { nl: 'werkdag', en: 'working day' }, more: { nl: 'werkdagen', en: 'working days' } },
  week: { one: { nl: 'week', en: 'week' }, more: { nl: 'weken', en: 'weeks' } },
  month: { one: { nl: 'maand', en: 'month' }, more: { nl: 'maanden', en: 'months' } },
  hour: { one: { nl: 'uur', en: 'hour' }, more: { nl: 'uur', en: 'hours' } },
} as const satisfies Record<TermUnit, { one: Words; more: Words }>;

/** A number of units: `1 werkdag`, `2 working days`. */
export function countInWords(count: number, unit: TermUnit, language: Language): string {
  return `${count} ${UNITS[unit][count === 1 ? 'one' : 'more'][language]}`;
}
