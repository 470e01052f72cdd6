import { parsePlainDate, type PlainDate } from '@bureau/kernel';

/** The day with the same number in a month further on (or back), or that month's last day when it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const yearAndMonth = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  for (let last = day; last > 0; last -= 1) {
    const found = parsePlainDate(`${yearAndMonth}-${String(last).padStart(2, '0')}`);
    if (found) return found;
  }
  throw new RangeError(`${months} months from ${date} lies outside the calendar`);
}
