import { no, ok, parsePlainDate, type PlainDate, type Result } from '@bureau/kernel';

/** Reads one cell: its value, or what was expected instead (as the end of "found 'x', expected …"). */
export type CellParser<T> = (text: string) => Result<T, string>;

const orNot = <T>(value: T | null, expected: string): Result<T, string> =>
  value === null ? no(expected) : ok(value);

/** Text of at least one character, without spaces around it and without control characters. */
export const words =
  (most = 200): CellParser<string> =>
  (text) => {
    const fits = text !== '' && text.trim() === text && text.length <= most && !/\p{Cc}/u.test(text);
    return orNot(fits ? text : null, `1 to ${most} characters on one line, no spaces around them`);
  };

/** Text of a fixed shape, described in words. */
export const shaped =
  (shape: RegExp, expected: string): CellParser<string> =>
  (text) =>
    orNot(shape.test(text) ? text : null, expected);

/** A code of a catalogue. */
export const oneOf =
  <T extends string>(codes: readonly T[]): CellParser<T> =>
  (text) =>
    orNot(codes.find((code) => code === text) ?? null, `one of ${codes.join(', ')}`);

export const yesOrNo: CellParser<boolean> = (text) =>
  orNot(text === 'yes' ? true : text === 'no' ? false : null, 'yes or no');

export const day: CellParser<PlainDate> = (text) =>
  orNot(parsePlainDate(text), 'a day of the calendar, YYYY-MM-DD');

export const wholeNumber =
  (least: number, most: number): CellParser<number> =>
  (text) => {
    const fits = /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;
    return orNot(fits ? Number(text) : null, `a whole number from ${least} to ${most}`);
  };

/** As the parser says, or null for an empty cell. */
export const optional =
  <T>(one: CellParser<T>): CellParser<T | null> =>
  (text) => {
    if (text === '') return ok(null);
    const value = one(text);
    return value.ok ? value : no(`${value.error}, or nothing`);
  };

/** At least one value, with `;` between them, none of them twice. */
export const listOf =
  <T>(one: CellParser<T>): CellParser<readonly T[]> =>
  (text) => {
    const values: T[] = [];
    for (const part of text.split(';')) {
      const value = one(part);
      if (!value.ok) return no(`${value.error}; several with ';' between them`);
      if (values.includes(value.value)) return no(`every value once, not '${part}' twice`);
      values.push(value.value);
    }
    return ok(values);
  };
