import { no, ok } from '@bureau/kernel';
import { type BadRow, inFileOrder } from './bad-row';
import { type Comparison, type ImportPlan, type Incoming, planImport } from './import.plan';
import type { ImportOptions, ImportResult } from './table.import';
import { type Columns, tableInPieces, type TableRow, type ValuesOf } from './table.reader';
import type { TableSource } from './table.records';

/** Makes records of rows, piece by piece; it may remember what it has seen of the file. One for each time through. */
export interface RowReader<V, T> {
  take(rows: readonly TableRow<V>[]): Promise<{
    readonly incoming: readonly Incoming<T>[];
    readonly bad: readonly BadRow[];
  }>;
  /** What is wrong with the file as a whole, once every row has been seen. */
  end(): Promise<readonly BadRow[]>;
}

/** One kind of import file that is too large to be held in memory. */
export interface LargeFile<C extends Columns, T> extends Comparison<T> {
  readonly columns: C;
  readonly reader: () => RowReader<ValuesOf<C>, T>;
}

export type Changes<T> = Pick<ImportPlan<T>, 'added' | 'updated'>;

/** Where the records of a large import are kept. */
export interface LargeStore<T> {
  /** The stored records that have the keys of these, by key. */
  stored(records: readonly T[]): Promise<ReadonlyMap<string, T>>;

  /** Writes all the changes or nothing; false when somebody else was first with one of them. */
  saveAll(changes: AsyncIterable<Changes<T>>): Promise<boolean>;
}

export interface LargeImportOptions extends ImportOptions {
  readonly progress?: (step: 'checked' | 'written', rows: number) => void;
}

const MOST_ATTEMPTS = 5;

/**
 * Imports a file of any size all or nothing. It is gone through twice: once to name every bad row, and only when there
 * is none once more to write it, so that the database is not kept waiting for a file that will not do.
 */
export async function importLargeTable<C extends Columns, T>(
  file: LargeFile<C, T>,
  source: () => TableSource,
  store: LargeStore<T>,
  options: LargeImportOptions = {},
): Promise<ImportResult> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { bad, ...found } = await checked(file, source, store, options);
    if (bad.length > 0) return no({ badRows: inFileOrder(bad) });
    if (found.added + found.updated === 0) return ok(found);
    // Counted anew: another import may have brought the same rows since they were checked.
    const written = { added: 0, updated: 0, unchanged: 0 };
    if (await store.saveAll(changesOf(file, source, store, options, written))) return ok(written);
  }
  throw new Error('Nothing was imported: other imports of the same records kept coming first. Try again.');
}

async function checked<C extends Columns, T>(
  file: LargeFile<C, T>,
  source: () => TableSource,
  store: LargeStore<T>,
  options: LargeImportOptions,
) {
  const total = { added: 0, updated: 0, unchanged: 0, bad: [] as BadRow[] };
  for await (const plan of plansOf(file, source, store, options, 'checked')) {
    count(plan, total);
    total.bad.push(...plan.bad);
  }
  return total;
}

type Tally = Record<'added' | 'updated' | 'unchanged', number>;

function count({ added, updated, unchanged }: ImportPlan<unknown>, tally: Tally): void {
  tally.added += added.length;
  tally.updated += updated.length;
  tally.unchanged += unchanged.length;
}

async function* changesOf<C extends Columns, T>(
  file: LargeFile<C, T>,
  source: () => TableSource,
  store: LargeStore<T>,
  options: LargeImportOptions,
  written: Tally,
): AsyncGenerator<Changes<T>> {
  for await (const plan of plansOf(file, source, store, options, 'written')) {
    const { added, updated, bad } = plan;
    if (bad.length > 0)
      throw new Error('Nothing was imported: the file changed while it was read. Try again.');
    count(plan, written);
    if (added.length + updated.length > 0) yield { added, updated };
  }
}

async function* plansOf<C extends Columns, T>(
  file: LargeFile<C, T>,
  source: () => TableSource,
  store: LargeStore<T>,
  { update = false, progress }: LargeImportOptions,
  step: 'checked' | 'written',
): AsyncGenerator<ImportPlan<T>> {
  const reader = file.reader();
  const firstLines = new Map<string, number>();
  let rows = 0;
  for await (const piece of tableInPieces(source(), file.columns)) {
    const { incoming, bad } = await reader.take(piece.rows);
    const stored = await store.stored(incoming.map(({ record }) => record));
    const plan = planImport(incoming, stored, file, update, firstLines);
    yield { ...plan, bad: [...piece.bad, ...bad, ...plan.bad] };
    rows += piece.rows.length;
    progress?.(step, rows);
  }
  yield { added: [], updated: [], unchanged: [], bad: await reader.end() };
}
