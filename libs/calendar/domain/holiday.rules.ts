import { addDays, parsePlainDate, weekdayOf, type PlainDate, type Words } from '@bureau/kernel';
import { easterSunday } from './easter';

interface Named {
  readonly name: Words;
  readonly basis: Words;
  /** First and last year in which the rule holds; without them it always has and always will. */
  readonly validFrom?: number;
  readonly validTo?: number;
}

/** The same day and month every year. */
export interface FixedHoliday extends Named {
  readonly kind: 'fixed';
  readonly month: number;
  readonly day: number;
  readonly onSunday?: 'the_day_before';
}

/** A number of days from Easter Sunday; negative lies before it. */
export interface EasterHoliday extends Named {
  readonly kind: 'easter';
  readonly daysFromEaster: number;
}

/** One single day, put on a par with a holiday by decree. */
export interface DecreedHoliday extends Named {
  readonly kind: 'decree';
  readonly on: PlainDate;
  /** Where the day was found, and whether the decree itself was read there. */
  readonly source: string;
  readonly verified: boolean;
}

export type HolidayRule = FixedHoliday | EasterHoliday | DecreedHoliday;

/** The day on which the rule gives a holiday in that year, or null when it gives none. */
export function holidayInYear(rule: HolidayRule, year: number): PlainDate | null {
  if (year < (rule.validFrom ?? year) || year > (rule.validTo ?? year)) return null;
  switch (rule.kind) {
    case 'fixed':
      return fixedDay(rule, year);
    case 'easter':
      return addDays(easterSunday(year), rule.daysFromEaster);
    case 'decree':
      return Number(rule.on.slice(0, 4)) === year ? rule.on : null;
  }
}

function fixedDay({ month, day, onSunday }: FixedHoliday, year: number): PlainDate | null {
  const [mm, dd] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const date = parsePlainDate(`${year}-${mm}-${dd}`);
  return date && onSunday && weekdayOf(date) === 0 ? addDays(date, -1) : date;
}
