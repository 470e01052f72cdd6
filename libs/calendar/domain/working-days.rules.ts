import { addDays, daysBetween, weekdayOf, type PlainDate } from '@bureau/kernel';
import { BoundedMemo } from '@bureau/kernel';
import { holidayOn, type BureauCalendar } from './bureau-calendar';
import { holidayYear, isWeekend } from './holiday-year';
import type { HolidayRule } from './holiday.rules';

const answered = new WeakMap<readonly HolidayRule[], BoundedMemo<PlainDate, boolean>>();

/** Monday to Friday, and no holiday of this calendar. */
export function isWorkingDay(date: PlainDate, calendar: BureauCalendar): boolean {
  let answers = answered.get(calendar.holidays);
  if (!answers) {
    answers = new BoundedMemo((day) => !isWeekend(day) && holidayOn(day, calendar) === null, 8192);
    answered.set(calendar.holidays, answers);
  }
  return answers.of(date);
}

/** The date itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(date: PlainDate, calendar: BureauCalendar): PlainDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The nth working day after the date (before it when `n` is negative); the date itself does not count, whatever day it
 * is. With `n` 0 the answer is the date itself, also when that is no working day.
 */
export function addWorkingDays(date: PlainDate, n: number, calendar: BureauCalendar): PlainDate {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of working days`);
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * How many working days lie after `from` up to and including `to`; when `to` is earlier, minus the number from `to` up
 * to but not including `from`. So `addWorkingDays(from, answer)` is `to` whenever `to` is a working day, and otherwise
 * the last working day before it is reached.
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: BureauCalendar): number {
  return from <= to
    ? workingDaysAfter(from, to, calendar)
    : 0 - workingDaysAfter(addDays(to, -1), addDays(from, -1), calendar);
}

/** Counted by arithmetic, not day by day: a sixteenth birthday may lie four thousand days ahead. */
function workingDaysAfter(from: PlainDate, to: PlainDate, calendar: BureauCalendar): number {
  let holidays = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const { onWeekdays } = holidayYear(year, calendar.holidays);
    for (const on of onWeekdays) if (on > from && on <= to) holidays += 1;
  }
  return weekdaysAfter(from, to) - holidays;
}

function weekdaysAfter(from: PlainDate, to: PlainDate): number {
  const days = daysBetween(from, to);
  const start = weekdayOf(from);
  let weekdays = Math.floor(days / 7) * 5;
  for (let i = 1; i <= days % 7; i += 1) if ((start + i) % 7 !== 0 && (start + i) % 7 !== 6) weekdays += 1;
  return weekdays;
}
