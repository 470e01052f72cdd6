import { addDays, daysBetween, instantFromMillis, millisOf, plainDateOf } from '@bureau/kernel';
import type { Instant, PlainDate } from '@bureau/kernel';
import { BoundedMemo } from '@bureau/kernel';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EPOCH = plainDateOf('1970-01-01');

/** What the clocks on the wall of one zone say; every answer is a memo of `Intl`. */
interface WallClock {
  readonly offsetAt: (millis: number) => number;
  readonly startOf: (date: PlainDate) => Instant;
  readonly endOf: (date: PlainDate) => Instant;
  readonly momentOf: (date: PlainDate, minuteOfDay: number) => Instant;
}

const wallClocks = new BoundedMemo<string, WallClock>(hangWallClock, 512);
const daysSinceEpoch = new BoundedMemo<number, PlainDate>((day) => addDays(EPOCH, day), 8192);

/** The day it is in the zone at that moment. Throws on a zone that does not exist. */
export function localDate(at: Instant, zone: string): PlainDate {
  const clock = wallClocks.of(zone);
  const millis = millisOf(at);
  return daysSinceEpoch.of(Math.floor((millis + clock.offsetAt(millis)) / DAY_MS));
}

/** The time of day in the zone at that moment, `HH:MM`, seconds cut off. */
export function localTime(at: Instant, zone: string): string {
  const millis = millisOf(at);
  const minutes = Math.floor((millis + wallClocks.of(zone).offsetAt(millis)) / MINUTE_MS);
  const minuteOfDay = ((minutes % 1440) + 1440) % 1440;
  return `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
}

/**
 * The moment from which it is that day or later in the zone, and stays so. That is midnight; the moment of the jump
 * where the clocks skip midnight; the second midnight where they go back from just past it into the day before.
 */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return wallClocks.of(zone).startOf(date);
}

/**
 * The moment at which the next local day begins: what is due on `date` is in time before it and overdue from it on.
 * Also right on days of 23 or 25 hours.
 */
export function endOfDay(date: PlainDate, zone: string): Instant {
  return wallClocks.of(zone).endOf(date);
}

/**
 * The moment at which the clocks of the zone show that time (`HH:MM`) on that day. Shown twice, the first; skipped by the
 * change to summer time, the moment that lies as long after the jump. Throws on what is no time of day.
 */
export function momentOf(date: PlainDate, time: string, zone: string): Instant {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`'${time}' is not a time of day (HH:MM)`);
  return wallClocks.of(zone).momentOf(date, Number(parts[1]) * 60 + Number(parts[2]));
}

/** Whether the text names a time zone of the IANA database. A bare offset (`+01:00`) does not: it knows no summer. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    wallClocks.of(text);
    return true;
  } catch {
    return false;
  }
}

function hangWallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const askOffset = (millis: number): number => {
    const field: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(millis)) field[type] = Number(value);
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = field;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(millis / 1000) * 1000;
  };
  // A day (of UTC) that begins and ends with the same offset has it throughout; only on the others is `Intl` asked again.
  const offsets = new BoundedMemo<number, number>((day) => {
    const [first, last] = [askOffset(day * DAY_MS), askOffset((day + 1) * DAY_MS)];
    return first === last ? first : NaN;
  }, 4096);
  const offsetAt = (millis: number): number => {
    const offset = offsets.of(Math.floor(millis / DAY_MS));
    return Number.isNaN(offset) ? askOffset(millis) : offset;
  };
  const starts = new BoundedMemo<PlainDate, Instant>((date) => firstMomentOf(date, offsetAt), 4096);
  const ends = new BoundedMemo<PlainDate, Instant>((date) => starts.of(addDays(date, 1)), 4096);
  return {
    offsetAt,
    startOf: (date) => starts.of(date),
    endOf: (date) => ends.of(date),
    momentOf: (date, minuteOfDay) => momentShown(date, minuteOfDay, offsetAt),
  };
}

function momentShown(date: PlainDate, minuteOfDay: number, offsetAt: (millis: number) => number): Instant {
  const shown = daysBetween(EPOCH, date) * DAY_MS + minuteOfDay * MINUTE_MS;
  const [first, second] = [shown - offsetAt(shown - DAY_MS), shown - offsetAt(shown + DAY_MS)];
  const candidates = first <= second ? [first, second] : [second, first];
  const shows = candidates.find((millis) => millis + offsetAt(millis) === shown);
  return instantFromMillis(shows ?? Math.max(first, second));
}

function firstMomentOf(date: PlainDate, offsetAt: (millis: number) => number): Instant {
  const midnight = daysBetween(EPOCH, date) * DAY_MS;
  const [before, after] = [offsetAt(midnight - DAY_MS), offsetAt(midnight + DAY_MS)];
  if (before === after) return instantFromMillis(midnight - before);

  const change = firstMomentWithoutOffset(before, midnight - DAY_MS, midnight + DAY_MS, offsetAt);
  const landsOnTheDay = change + after >= midnight;
  return instantFromMillis(landsOnTheDay ? Math.min(change, midnight - before) : midnight - after);
}

function firstMomentWithoutOffset(
  offset: number,
  from: number,
  until: number,
  offsetAt: (millis: number) => number,
): number {
  let [has, lacks] = [from, until];
  while (lacks - has > 1) {
    const middle = Math.floor((has + lacks) / 2);
    if (offsetAt(middle) === offset) has = middle;
    else lacks = middle;
  }
  return lacks;
}

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
