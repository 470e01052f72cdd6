import { no, ok, parseInstant, parsePlainDate, type PlainDate } from '@bureau/kernel';
import { type CellParser, shaped } from '@bureau/platform';
import { isCountry } from '../../domain/vocabulary/countries';

export const caseNumber = shaped(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/,
  'a number of letters, digits, dots and dashes, like 2025-00001',
);

/** Somebody of the desk. */
export const colleague = shaped(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/,
  'a key of letters, digits, dots and dashes',
);

export const roleCode = shaped(
  /^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  'a code in lower case, like mother or youth_care',
);

export const country: CellParser<string> = (text) =>
  isCountry(text) ? ok(text) : no('a country by its two letters (ISO 3166-1), like NL');

/** Any number of days with `;` between them, none for an empty cell. Twins have the same day twice. */
export const birthDates: CellParser<readonly PlainDate[]> = (text) => {
  const days: PlainDate[] = [];
  for (const part of text === '' ? [] : text.split(';')) {
    const day = parsePlainDate(part);
    if (!day) return no("birth dates, YYYY-MM-DD, with ';' between them, or nothing");
    days.push(day);
  }
  return ok(days);
};

/** A moment as it stands in the file: its offset is part of it. */
export const moment: CellParser<string> = (text) =>
  parseInstant(text) ? ok(text) : no('a moment with its offset, like 2025-01-31T09:30:00+01:00');
