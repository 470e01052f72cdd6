import { addDays, instantFromMillis, millisOf } from '@bureau/kernel';
import type { Instant, PlainDate, Words } from '@bureau/kernel';
import { holidayOn, type BureauCalendar } from './bureau-calendar';
import { addMonths } from './months.rules';
import { REGIMES, type Regime } from './regimes.catalogue';
import type { Term } from './term';
import { weekdayInWords } from './weekdays.words';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.rules';
import { endOfDay, localDate } from './zone';

export interface DueDate {
  /** The last day on which the thing is in time. */
  readonly on: PlainDate;
  /** Where bare counting ended, before the regime had its say. */
  readonly counted: PlainDate;
  /** The days the term runs on past, and why each of them is not the last. */
  readonly rolledOver: readonly PassedDay[];
}

export interface PassedDay {
  readonly on: PlainDate;
  readonly why: Words;
}

const HOUR_MS = 3_600_000;
const TOO_FEW_WORKING_DAYS: Words = {
  nl: 'te weinig werkdagen in de termijn',
  en: 'too few working days within the term',
};

/**
 * The last day of a term; the day of the anchor itself does not count. Only the term's regime can make it run on past
 * the day counted, and `rolledOver` holds every day from `counted` up to `on` with the reason. Throws on a term in hours,
 * which has a moment and no day (see `overdueFrom`), and on a length that is not a whole number of 0 or more.
 */
export function dueDate(anchor: PlainDate, term: Term, calendar: BureauCalendar): DueDate {
  const counted = countedDay(anchor, term, calendar);
  const rolledOver: PassedDay[] = [];
  let on = counted;
  let why = whyNotTheLast(on, anchor, term, calendar);
  while (why) {
    rolledOver.push({ on, why });
    on = addDays(on, 1);
    why = whyNotTheLast(on, anchor, term, calendar);
  }
  return { on, counted, rolledOver };
}

/**
 * The moment from which a term that runs from `anchor` has been missed: exact for a term in hours, otherwise the end of
 * its last day where the bureau is.
 */
export function overdueFrom(anchor: Instant, term: Term, calendar: BureauCalendar): Instant {
  if (term.unit === 'hour') return instantFromMillis(millisOf(anchor) + signedLength(term) * HOUR_MS);
  return endOfDay(dueDate(localDate(anchor, calendar.zone), term, calendar).on, calendar.zone);
}

function countedDay(anchor: PlainDate, term: Term, calendar: BureauCalendar): PlainDate {
  const length = signedLength(term);
  switch (term.unit) {
    case 'calendar_day':
      return addDays(anchor, length);
    case 'week':
      return addDays(anchor, length * 7);
    case 'month':
      return addMonths(anchor, length);
    case 'working_day':
      return addWorkingDays(anchor, length, calendar);
    case 'hour':
      throw new RangeError('a term in hours ends at a moment, not on a day: ask overdueFrom');
  }
}

function signedLength({ length, direction }: Term): number {
  if (!Number.isInteger(length) || length < 0)
    throw new RangeError(`${length} is not the length of a term: a whole number of 0 or more`);
  return direction === 'forward' ? length : -length;
}

function whyNotTheLast(
  day: PlainDate,
  anchor: PlainDate,
  term: Term,
  calendar: BureauCalendar,
): Words | null {
  const regime: Regime = REGIMES[term.regime];
  if (regime.rolls(term) && !isWorkingDay(day, calendar))
    return holidayOn(day, calendar) ?? weekdayInWords(day);
  const least = regime.leastWorkingDays(term);
  return least > 0 && workingDaysBetween(anchor, day, calendar) < least ? TOO_FEW_WORKING_DAYS : null;
}
