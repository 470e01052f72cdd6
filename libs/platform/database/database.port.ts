import type { DataSource } from 'typeorm';
import type { Cell, CommitResult, WriteBatch } from './write-batch';

/**
 * The one door to the stored truth. All writes of the program go through `commit`.
 *
 * TypeORM must never write: on SQLite every caller of a data source shares one connection, so a write between two
 * awaits of somebody else's transaction would live and die with it.
 */
export abstract class Database {
  abstract readonly dialect: 'sqlite' | 'postgres';

  /** For reads through TypeORM, and for migrations. */
  abstract readonly dataSource: DataSource;

  /**
   * All of the batch or nothing. Written durably when the promise resolves with ok; 'stale' when the guard's row has
   * moved on, 'taken' when a unique key is there already (asked in this order).
   *
   * @throws DatabaseUnavailable busy beyond the limit, read-only, disk full, connection lost: never a half write.
   * @throws InvalidBatch the batch can never be written: unknown column, text with U+0000, missing parent row.
   */
  abstract commit(batch: WriteBatch): Promise<CommitResult>;

  /**
   * All of the batches or nothing, however many: each is asked for when the one before it has been written, so that a
   * whole file can go through without being held in memory. The first guard or key that fails undoes everything and is
   * the answer. Others see all of it or none; on SQLite other writers wait meanwhile, so the batches must come fast.
   *
   * @throws whatever the batches throw, and DatabaseUnavailable and InvalidBatch as for commit: nothing was written.
   */
  abstract commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult>;

  /**
   * Rows of one SELECT, prepared once per SQL text: keep texts constant, values in `params`. Placeholders are `?`.
   * Whole and decimal numbers come back as number, truth values as 0 or 1, on both databases. Sees no batch in part.
   *
   * @throws DatabaseUnavailable as for commit.
   * @throws InvalidBatch the text is not a read, or the database does not understand it.
   */
  abstract read<T extends object>(sql: string, params?: readonly Cell[]): Promise<readonly T[]>;

  /** Lets the commits under way finish, then lets go of the file or the connections. */
  abstract close(): Promise<void>;
}
