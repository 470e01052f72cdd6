import { badRow, type BadRow } from './bad-row';

/** One row of an import file, as the record it stands for. */
export interface Incoming<T> {
  readonly line: number;
  /** Equal for rows that mean the same record. */
  readonly key: string;
  readonly record: T;
}

/** How records of one kind are compared: by the cells they would have in a file. */
export interface Comparison<T> {
  readonly keyColumn: string;
  readonly cellsOf: (record: T) => Readonly<Record<string, string>>;
}

/** What an import would do to what is stored. */
export interface ImportPlan<T> {
  readonly added: readonly T[];
  readonly updated: readonly T[];
  readonly unchanged: readonly T[];
  readonly bad: readonly BadRow[];
}

/**
 * Compares a file with what is stored. A row whose key is stored with other content is bad unless `update`; a key that
 * the file names twice always is. Pure: nothing is written. A file that comes in pieces hands the lines of the keys it
 * has had from piece to piece.
 */
export function planImport<T>(
  incoming: readonly Incoming<T>[],
  stored: ReadonlyMap<string, T>,
  { keyColumn, cellsOf }: Comparison<T>,
  update: boolean,
  firstLines = new Map<string, number>(),
): ImportPlan<T> {
  const plan = { added: [] as T[], updated: [] as T[], unchanged: [] as T[], bad: [] as BadRow[] };
  for (const { line, key, record } of incoming) {
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) {
      plan.bad.push(badRow(line, keyColumn, key, `every key once; line ${firstLine} has it already`));
      continue;
    }
    firstLines.set(key, line);
    const known = stored.get(key);
    if (known === undefined) {
      plan.added.push(record);
      continue;
    }
    const before = cellsOf(known);
    const changed = Object.entries(cellsOf(record)).filter(([column, cell]) => before[column] !== cell);
    if (changed.length === 0) plan.unchanged.push(record);
    else if (update) plan.updated.push(record);
    else {
      for (const [column, cell] of changed) {
        plan.bad.push(badRow(line, column, cell, `'${before[column]}' as stored, or --update to replace it`));
      }
    }
  }
  return plan;
}
