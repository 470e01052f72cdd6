/**
 * One value of a column. Moments are epoch milliseconds (`bigint` column) or ISO text, JSON is text, booleans are
 * stored as 0 or 1 (`integer` column) on both databases and come back as 0 or 1.
 */
export type Cell = string | number | boolean | null;

export type Row = Readonly<Record<string, Cell>>;

/** Adds rows. All rows name the same columns; a column that is left out takes its default. */
export interface Insert {
  readonly insert: string;
  readonly rows: readonly Row[];
  /** What a row does whose unique key is there already. Without it the whole batch answers 'taken'. */
  readonly onConflict?: { readonly key: readonly string[]; readonly then: 'update' | 'ignore' };
}

/** Deletes every row that equals one of `rows` in all the columns named; none there is no error. Null never equals. */
export interface Remove {
  readonly remove: string;
  readonly rows: readonly Row[];
}

/** Sets columns of every row that equals `where`; none there is no error. Null in `where` means "is null". */
export interface Change {
  readonly change: string;
  readonly where: Row;
  readonly set: Row;
}

export type Write = Insert | Remove | Change;

/**
 * What is written together or not at all.
 *
 * PostgreSQL runs the whole batch as one statement, so no write sees another write of the same batch. A batch must
 * therefore not touch one row twice; one that could is refused with InvalidBatch on both databases.
 * Order matters for foreign keys on SQLite: parents first.
 */
export interface WriteBatch {
  /** Exactly one row must match `where`, else nothing of the batch is written and the answer is 'stale'. */
  readonly guard?: Change;
  readonly writes: readonly Write[];
}

export type CommitResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: 'stale' }
  | {
      readonly ok: false;
      readonly because: 'taken';
      readonly table: string;
      /** The name of the unique key as the migration gave it (`pk_<table>`, `uq_…`), the same on both databases. */
      readonly constraint: string;
    };

export const WRITTEN: CommitResult = { ok: true };
export const STALE: CommitResult = { ok: false, because: 'stale' };
