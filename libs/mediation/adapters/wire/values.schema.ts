import { parseInstant, parsePlainDate, type Instant, type PlainDate } from '@bureau/kernel';
import { z } from 'zod';

/*
 * The small values of the public vocabulary. Each message says what was expected, because it is read out to whoever
 * sent the value.
 */

/** No date of a living family lies outside, and every term counted from one inside stays a date that can be written. */
const YEARS = [1900, 2199] as const;
const isInReach = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return year >= YEARS[0] && year <= YEARS[1];
};
const OUT_OF_REACH = `must lie in the years ${YEARS.join(' to ')}`;

export const plainDate = z
  .string()
  .max(10)
  .refine((text) => parsePlainDate(text) !== null, {
    error: 'must be a day of the calendar, YYYY-MM-DD',
    abort: true,
  })
  .refine(isInReach, OUT_OF_REACH)
  .transform((text) => text as PlainDate)
  .meta({ id: 'PlainDate', description: 'A day of the calendar, YYYY-MM-DD', format: 'date' });

export const instant = z
  .string()
  .max(40)
  .refine((text) => parseInstant(text) !== null, {
    error: 'must be a moment, ISO 8601 with an offset (2026-03-21T09:30:00+01:00)',
    abort: true,
  })
  .refine(isInReach, OUT_OF_REACH)
  .transform((text) => parseInstant(text) as Instant)
  .meta({ id: 'Instant', description: 'A moment, ISO 8601 with an offset', format: 'date-time' });

/** Words of a person: kept as they are, without the characters no database or letter can carry. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)
    .refine((text) => !/\p{Cc}/u.test(text.replace(/[\t\n\r]/g, '')), 'must not hold control characters');

export const reason = words(500);
export const parentKey = z.enum(['A', 'B'], 'must be A or B');
/** A key of a person of the pool, or of a child: short, without spaces. */
export const key = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be a key of letters, digits, . _ or -');
export const keys = z.array(key).min(1, 'must name at least one').max(50, 'must name at most 50');
export const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code, like NL');
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be an ISO 639 code, like nl');
export const sessionNumber = z.int().min(1).max(99);
export const requestNumber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be a request number, like MB-2026-001');
