declare const instant: unique symbol;

/** A moment, as UTC with milliseconds (`2026-03-26T09:00:00.000Z`). Compares and sorts as text. */
export type Instant = string & { readonly [instant]: true };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** The moment that an ISO 8601 text with an offset names, or null when it names none (no offset, 25:00, 30 February). */
export function parseInstant(text: string): Instant | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, date, hour, minute, second = '0', , offsetHour = '0', offsetMinute = '0'] = parts;
  const inRange = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  if (!inRange || Number(offsetHour) > 14 || Number(offsetMinute) > 59) return null;
  if (new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) return null;
  return new Date(text).toISOString() as Instant;
}

/** The moment that the text names. Throws when it names none: for literals and for rows we wrote ourselves. */
export function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (!at) throw new RangeError(`'${text}' is not a moment (ISO 8601 with offset)`);
  return at;
}

export const instantFromMillis = (millis: number): Instant => new Date(millis).toISOString() as Instant;
export const millisOf = (at: Instant): number => Date.parse(at);
