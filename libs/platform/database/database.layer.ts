import { Database } from './database.port';
import type { Cell, CommitResult, WriteBatch } from './write-batch';

/** Another database with something between: a layer overrides what it changes, the rest goes through untouched. */
export abstract class DatabaseLayer extends Database {
  readonly dialect: Database['dialect'];
  readonly dataSource: Database['dataSource'];

  constructor(protected readonly inner: Database) {
    super();
    this.dialect = inner.dialect;
    this.dataSource = inner.dataSource;
  }

  commit(batch: WriteBatch): Promise<CommitResult> {
    return this.inner.commit(batch);
  }

  commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    return this.inner.commitAll(batches);
  }

  read<T extends object>(sql: string, params?: readonly Cell[]): Promise<readonly T[]> {
    return this.inner.read<T>(sql, params);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
