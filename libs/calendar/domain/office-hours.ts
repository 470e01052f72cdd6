import { addDays, instantFromMillis, millisOf, type Instant } from '@bureau/kernel';
import type { BureauCalendar } from './bureau-calendar';
import { isWorkingDay } from './working-days.rules';
import { localDate, momentOf } from './zone';

/** From when until when somebody is at the bureau on a working day, as its clocks show it. */
export interface OfficeHours {
  readonly from: string;
  readonly until: string;
}

const HOUR_MS = 3_600_000;

/**
 * The moment by which so many hours of the office have passed. Asked for outside them, counting begins when the office
 * next opens: four hours from Friday at 16:00 end on Monday at 12:00.
 */
export function afterOfficeHours(
  from: Instant,
  hours: number,
  office: OfficeHours,
  calendar: BureauCalendar,
): Instant {
  if (!(hours >= 0)) throw new RangeError(`${hours} is not a number of hours`);
  let left = hours * HOUR_MS;
  for (let day = localDate(from, calendar.zone); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const opens = millisOf(momentOf(day, office.from, calendar.zone));
    const closes = millisOf(momentOf(day, office.until, calendar.zone));
    const begins = Math.max(opens, millisOf(from));
    if (begins >= closes) continue;
    if (begins + left <= closes) return instantFromMillis(begins + left);
    left -= closes - begins;
  }
}
