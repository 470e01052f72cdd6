import { daysBetween, type Language, type PlainDate, type Words } from '@bureau/kernel';
import type { BureauCalendar } from './bureau-calendar';
import { countInWords } from './units.words';
import { isWorkingDay, workingDaysBetween } from './working-days.rules';

const TODAY: Words = { nl: 'vandaag', en: 'today' };
const TOMORROW: Words = { nl: 'morgen', en: 'tomorrow' };
const AHEAD = { nl: (count: string) => `over ${count}`, en: (count: string) => `in ${count}` };
const LATE = { nl: (count: string) => `${count} te laat`, en: (count: string) => `${count} late` };

/**
 * How far off a deadline is, as one would say it today. Counts working days when the deadline is on one; a deadline on
 * a weekend day or holiday (a session, a date set by the court) is counted in days, which cannot be misread.
 */
export function distanceInWords(
  today: PlainDate,
  on: PlainDate,
  calendar: BureauCalendar,
  language: Language,
): string {
  const days = daysBetween(today, on);
  if (days === 0) return TODAY[language];
  if (days === 1) return TOMORROW[language];
  const count = isWorkingDay(on, calendar)
    ? countInWords(Math.abs(workingDaysBetween(today, on, calendar)), 'working_day', language)
    : countInWords(Math.abs(days), 'calendar_day', language);
  return (days > 0 ? AHEAD : LATE)[language](count);
}
