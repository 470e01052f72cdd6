import type { PlainDate, Words } from '@bureau/kernel';
import { holidayYear, type Holiday } from './holiday-year';
import type { HolidayRule } from './holiday.rules';

/** Where the bureau's days begin and end, and which of them are holidays. Never changed, only replaced. */
export interface BureauCalendar {
  readonly zone: string;
  readonly holidays: readonly HolidayRule[];
}

/** The name of the holiday that falls on the day, or null. Where two coincide, the one listed first names the day. */
export function holidayOn(date: PlainDate, calendar: BureauCalendar): Words | null {
  return holidayYear(Number(date.slice(0, 4)), calendar.holidays).byDay.get(date)?.name ?? null;
}

/** The holidays of one year in order, each day once. */
export function holidaysIn(year: number, calendar: BureauCalendar): readonly Holiday[] {
  return holidayYear(year, calendar.holidays).inOrder;
}
