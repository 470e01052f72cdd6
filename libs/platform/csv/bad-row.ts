/** One thing that is wrong in a file of rows, named so that it can be put right without guessing. */
export interface BadRow {
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  /** Null where the fault is not of one column. */
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
}

const LONGEST_SHOWN = 60;

/**
 * At most 60 characters of the text, safe to print: control characters are written out, for a terminal would obey them.
 */
export function shown(text: string): string {
  // Twice as many UTF-16 units are enough for 60 characters, and spare us from splitting 100 MB.
  const characters = [...text.slice(0, 2 * LONGEST_SHOWN + 2)];
  const cut = characters.length > LONGEST_SHOWN;
  const kept = cut ? `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…` : characters.join('');
  return kept.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export const badRow = (line: number, column: string | null, found: string, expected: string): BadRow => ({
  line,
  column: column === null ? null : shown(column),
  found: shown(found),
  expected,
});

/** The fault as one line of text. */
export const badRowInWords = ({ line, column, found, expected }: BadRow): string =>
  `line ${line}${column === null ? '' : `, ${column}`}: found '${found}', expected ${expected}`;

export const inFileOrder = (rows: readonly BadRow[]): readonly BadRow[] =>
  [...rows].sort((a, b) => a.line - b.line);
