import { no, ok, type Result } from '@bureau/kernel';
import { badRow, type BadRow, inFileOrder } from './bad-row';
import type { CellParser } from './cell.parsers';
import { type Header, headerOf } from './table.header';
import { recordsInPieces, type TableRecord, type TableSource } from './table.records';

/** The columns of a file, each with what its cells must be. */
export type Columns = Readonly<Record<string, CellParser<unknown>>>;

export type ValuesOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends CellParser<infer T> ? T : never;
};

export interface TableRow<V> {
  readonly line: number;
  readonly values: V;
}

/** The rows that could be read, beside everything that could not. */
export interface TableReading<V> {
  readonly rows: readonly TableRow<V>[];
  readonly bad: readonly BadRow[];
}

/**
 * All rows of a CSV file (RFC 4180, UTF-8, a header with exactly these columns), or every fault in it by line and
 * column: reading does not stop at the first.
 */
export async function readTable<C extends Columns>(
  source: TableSource,
  columns: C,
): Promise<Result<readonly TableRow<ValuesOf<C>>[], readonly BadRow[]>> {
  const { rows, bad } = await readTableInPart(source, columns);
  return bad.length > 0 ? no(bad) : ok(rows);
}

/** As readTable, for who goes on to look for faults of another kind in the rows that could be read. */
export async function readTableInPart<C extends Columns>(
  source: TableSource,
  columns: C,
): Promise<TableReading<ValuesOf<C>>> {
  const rows: TableRow<ValuesOf<C>>[] = [];
  const bad: BadRow[] = [];
  for await (const piece of tableInPieces(source, columns)) {
    rows.push(...piece.rows);
    bad.push(...piece.bad);
  }
  return { rows, bad: inFileOrder(bad) };
}

/** As readTableInPart, a piece of the file at a time: the next one is read when the last one has been dealt with. */
export async function* tableInPieces<C extends Columns>(
  source: TableSource,
  columns: C,
): AsyncGenerator<TableReading<ValuesOf<C>>> {
  const names = Object.keys(columns);
  let header: Header | null = null;
  const pieces = recordsInPieces(source);
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) {
      yield { rows: [], bad: header === null && value.length === 0 ? [emptyFile(names)] : value };
      return;
    }
    const rows: TableRow<ValuesOf<C>>[] = [];
    const bad: BadRow[] = [];
    for (const record of value) {
      if (header === null) {
        header = headerOf(record, names);
        bad.push(...header.bad);
        continue;
      }
      const { values, faults } = rowOf(record, header, columns);
      bad.push(...faults);
      const isWhole = faults.length === 0 && header.position.size === names.length;
      if (isWhole) rows.push({ line: record.line, values });
    }
    yield { rows, bad };
  }
}

const emptyFile = (names: readonly string[]): BadRow =>
  badRow(1, null, 'an empty file', `a header line: ${names.join(',')}`);

function rowOf<C extends Columns>({ line, cells }: TableRecord, header: Header, columns: C) {
  const values: Record<string, unknown> = {};
  const faults: BadRow[] = [];
  if (cells.length !== header.width) {
    faults.push(badRow(line, null, `${cells.length} cells`, `${header.width} cells, as in the header`));
  }
  for (const [column, position] of header.position) {
    const cell = cells[position];
    const parser = columns[column];
    if (cell === undefined || parser === undefined) continue;
    const value = isGarbled(cell) ? no('text in UTF-8, without U+0000') : parser(cell);
    if (value.ok) values[column] = value.value;
    // A row of the wrong length has its cells in the wrong columns: one fault, not one for each of them.
    else if (faults.length === 0 || cells.length === header.width) {
      faults.push(badRow(line, column, cell, value.error));
    }
  }
  return { values: values as ValuesOf<C>, faults };
}

/** U+FFFD stands where bytes were no UTF-8 (or where an earlier program lost a letter). */
const isGarbled = (cell: string): boolean => /[\0\uFFFD]/.test(cell);
