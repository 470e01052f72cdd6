import { isWorkingDay, localDate, momentOf, type BureauCalendar } from '@bureau/calendar';
import { addDays, type Instant, type PlainDate } from '@bureau/kernel';
import type { ScheduleEntry } from './schedules.catalogue';

/** One time that something on a schedule is to be done. */
export interface Occurrence {
  readonly day: PlainDate;
  readonly at: Instant;
}

type When = Pick<ScheduleEntry, 'at' | 'on'>;

/** The last one whose moment has come. */
export function latestOccurrence(schedule: When, now: Instant, calendar: BureauCalendar): Occurrence {
  let day = localDate(now, calendar.zone);
  for (;;) {
    const at = momentOf(day, schedule.at, calendar.zone);
    if (at <= now && isOn(schedule, day, calendar)) return { day, at };
    day = addDays(day, -1);
  }
}

/** The first one whose moment has not come yet. */
export function nextOccurrence(schedule: When, now: Instant, calendar: BureauCalendar): Occurrence {
  let day = localDate(now, calendar.zone);
  for (;;) {
    const at = momentOf(day, schedule.at, calendar.zone);
    if (at > now && isOn(schedule, day, calendar)) return { day, at };
    day = addDays(day, 1);
  }
}

/** Whether one that was missed is still to be done now. */
export const isCaughtUp = (
  { caughtUp }: Pick<ScheduleEntry, 'caughtUp'>,
  { day }: Occurrence,
  now: Instant,
  calendar: BureauCalendar,
): boolean => caughtUp === 'always' || localDate(now, calendar.zone) === day;

function isOn({ on }: When, day: PlainDate, calendar: BureauCalendar): boolean {
  if (on === 'every day') return true;
  if (on === 'working days') return isWorkingDay(day, calendar);
  return Number(day.slice(5, 7)) === on.month && Number(day.slice(8)) === on.day;
}
