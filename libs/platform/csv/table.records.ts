import type { Writable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { badRow, type BadRow } from './bad-row';

/** A file as a whole or in pieces. Bytes are read as UTF-8. */
export type TableSource = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** The cells of one line of the file (or of several, when a cell in quotes holds line breaks). */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Longer than any row of a bureau. Without a limit one missing quote takes the rest of the file into memory. */
const LONGEST_RECORD = 1_000_000;

const LINE_BREAK = /\r\n|\n|\r/g;
const CELLS_IN_QUOTES = /(^|,)"[^"]*(?:""[^"]*)*"(?=,|$)/g;

/**
 * Gives the records of the file in order, those of each piece of the file together, and returns what is wrong with the
 * file itself. The next piece is read when the last one has been dealt with. A quote in the wrong place costs its own
 * row only; reading stops early at a quote that is never closed and at a record beyond the limit.
 */
export async function* recordsInPieces(
  source: TableSource,
): AsyncGenerator<readonly TableRecord[], readonly BadRow[]> {
  const bad: BadRow[] = [];
  let line = 1;
  let piece: TableRecord[] = [];
  const parser = recordParser(({ record, raw }: RawRecord): void => {
    const text = raw.replace(/[\r\n]$/, '');
    if (text !== '') {
      const isSound = !text.includes('"') || !text.replace(CELLS_IN_QUOTES, '$1').includes('"');
      if (isSound) piece.push({ line, cells: record });
      else bad.push(badRow(line, null, text, 'quotes around the whole cell, and doubled inside it'));
    }
    line += raw.match(LINE_BREAK)?.length ?? 0;
  }).resume();
  // Heard here or not, the error comes with the callback of the write that meets it.
  parser.on('error', () => undefined);
  const taken = (): readonly TableRecord[] => {
    const records = piece;
    piece = [];
    return records;
  };
  let fault: unknown = null;
  for await (const text of textOf(source)) {
    fault = await new Promise((resolve) => parser.write(text, resolve));
    if (piece.length > 0) yield taken();
    if (fault) break;
  }
  if (!fault) fault = await finished(parser);
  if (piece.length > 0) yield taken();
  if (fault instanceof CsvError) bad.push(fatal(fault, line));
  else if (fault) throw fault;
  return bad;
}

/** As recordsInPieces, one record after the other. */
export async function readRecords(
  source: TableSource,
  take: (record: TableRecord) => void,
): Promise<readonly BadRow[]> {
  const pieces = recordsInPieces(source);
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) return value;
    value.forEach(take);
  }
}

const finished = (parser: Writable): Promise<unknown> =>
  new Promise((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(null));
  });

interface RawRecord {
  readonly record: string[];
  readonly raw: string;
}

const recordParser = (receive: (record: RawRecord) => void) =>
  parse({
    bom: true,
    delimiter: ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    // Rows of another length, and stray quotes, are named by us: the parser would stop at the first of them.
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    // Its own line numbers count CRLF inside quotes twice.
    raw: true,
    // Not through the stream: it forgets the records in its buffer when a later one breaks it.
    on_record: (record) => {
      receive(record as unknown as RawRecord);
      return null;
    },
  });

async function* textOf(source: TableSource): AsyncGenerator<string> {
  // What is no UTF-8 becomes U+FFFD, so that the cell can be named instead of the file.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const whole = typeof source === 'string' || source instanceof Uint8Array;
  for await (const part of whole ? [source] : source) {
    yield typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  }
  yield decoder.decode();
}

function fatal(error: CsvError, line: number): BadRow {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return badRow(line, null, 'the end of the file', 'the quote that closes a cell of this row');
    case 'CSV_MAX_RECORD_SIZE':
      return badRow(
        line,
        null,
        `more than ${LONGEST_RECORD} characters`,
        'a shorter row (is a quote not closed?); nothing after it was read',
      );
    default:
      return badRow(line, null, error.message, 'a row of cells (RFC 4180)');
  }
}
