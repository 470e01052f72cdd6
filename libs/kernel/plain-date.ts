declare const plainDate: unique symbol;

/** A day of the civil calendar, `YYYY-MM-DD`, that exists (never 30 February). Compares as text. */
export type PlainDate = string & { readonly [plainDate]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day that the text names, or null when there is no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Years below 100 would be read as 19xx by Date.UTC; no family of ours lived then.
  if (year < 1000) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? (text as PlainDate) : null;
}

/** The day that the text names. Throws on a day that does not exist: for literals and for rows we wrote ourselves. */
export function plainDateOf(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`'${text}' is not a day of the calendar (YYYY-MM-DD)`);
  return date;
}

// Every deadline of every step walks over the same few days: both ways are remembered, and forgotten when many.
const MOST_REMEMBERED = 20_000;
const dayNumbers = new Map<PlainDate, number>();
const dayNames = new Map<number, PlainDate>();

function remember(date: PlainDate, day: number): void {
  if (dayNumbers.size >= MOST_REMEMBERED) {
    dayNumbers.clear();
    dayNames.clear();
  }
  dayNumbers.set(date, day);
  dayNames.set(day, date);
}

function epochDay(date: PlainDate): number {
  let day = dayNumbers.get(date);
  if (day === undefined) remember(date, (day = Date.parse(`${date}T00:00:00Z`) / DAY_MS));
  return day;
}

function fromEpochDay(day: number): PlainDate {
  let date = dayNames.get(day);
  if (date === undefined)
    remember((date = new Date(day * DAY_MS).toISOString().slice(0, 10) as PlainDate), day);
  return date;
}

/** The day `days` calendar days later (earlier when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(epochDay(date) + days);

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => epochDay(to) - epochDay(from);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: PlainDate): number => (((epochDay(date) + 4) % 7) + 7) % 7;

export const earliest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Completed years of life on a day; a child born on 29 February has its birthday on 1 March of other years. */
export function ageInYears(birthDate: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
