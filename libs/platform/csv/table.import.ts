import { no, ok, type Result } from '@bureau/kernel';
import { type BadRow, inFileOrder } from './bad-row';
import { type Comparison, type ImportPlan, type Incoming, planImport } from './import.plan';
import { type Columns, readTableInPart, type TableRow, type ValuesOf } from './table.reader';
import type { TableSource } from './table.records';

export interface ImportOptions {
  /** Replace stored records that the file has other content for, instead of calling those rows bad. */
  readonly update?: boolean;
}

/** How many records the file added, found as they were, and replaced. */
export interface ImportSummary {
  readonly added: number;
  readonly unchanged: number;
  readonly updated: number;
}

/** Why nothing was imported: every bad row of the file, in the order of the file. */
export interface ImportFailure {
  readonly badRows: readonly BadRow[];
}

export type ImportResult = Result<ImportSummary, ImportFailure>;

/** One kind of import file. */
export interface ImportFile<C extends Columns, T> extends Comparison<T> {
  readonly columns: C;
  readonly incoming: (rows: readonly TableRow<ValuesOf<C>>[]) => readonly Incoming<T>[];
}

/** Where the records of an import are kept. */
export interface ImportStore<T> {
  /** The stored records that could have the keys of these, by key; others may be among them. */
  stored(records: readonly T[]): Promise<ReadonlyMap<string, T>>;

  /** Writes all or nothing; false when somebody else has added one of them in the meantime. */
  save(plan: Pick<ImportPlan<T>, 'added' | 'updated'>): Promise<boolean>;
}

const MOST_ATTEMPTS = 5;

/**
 * Imports a file all or nothing: with any bad row nothing is written and all of them are named. Importing the same
 * file again changes nothing.
 */
export async function importTable<C extends Columns, T>(
  file: ImportFile<C, T>,
  source: TableSource,
  store: ImportStore<T>,
  { update = false }: ImportOptions = {},
): Promise<ImportResult> {
  const reading = await readTableInPart(source, file.columns);
  const incoming = file.incoming(reading.rows);
  const records = incoming.map(({ record }) => record);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { added, updated, unchanged, bad } = planImport(
      incoming,
      await store.stored(records),
      file,
      update,
    );
    const badRows = inFileOrder([...reading.bad, ...bad]);
    if (badRows.length > 0) return no({ badRows });
    const nothingToDo = added.length + updated.length === 0;
    if (nothingToDo || (await store.save({ added, updated }))) {
      return ok({ added: added.length, updated: updated.length, unchanged: unchanged.length });
    }
  }
  throw new Error('Nothing was imported: other imports of the same records kept coming first. Try again.');
}
