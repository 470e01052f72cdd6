import { Database, type Cell, type CommitResult, type WriteBatch } from '@bureau/platform';

/** The product's own database, remembering every batch that was written through it. */
export class RecordingDatabase extends Database {
  private batches: WriteBatch[] = [];

  constructor(private readonly inner: Database) {
    super();
  }

  get dialect() {
    return this.inner.dialect;
  }

  get dataSource() {
    return this.inner.dataSource;
  }

  commit(batch: WriteBatch): Promise<CommitResult> {
    this.batches.push(batch);
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

  /** What was written since this was asked last. */
  taken(): WriteBatch[] {
    return this.batches.splice(0);
  }
}

/** The request that a batch is about. */
export function requestOf({ guard, writes }: WriteBatch): string {
  const [first] = writes;
  const number = guard?.where['number'] ?? (first && 'insert' in first && first.rows[0]?.['number']);
  if (typeof number !== 'string') throw new Error('a batch that is not about one request was recorded');
  return number;
}
