import { Database, type Cell, type CommitResult, type WriteBatch } from '../database';
import { type Metrics, secondsSince } from './metrics';

/** A database whose commits are timed and whose new rows are counted, by table. */
export class MeasuredDatabase extends Database {
  readonly dialect: Database['dialect'];
  readonly dataSource: Database['dataSource'];

  constructor(
    private readonly inner: Database,
    private readonly metrics: Metrics,
  ) {
    super();
    this.dialect = inner.dialect;
    this.dataSource = inner.dataSource;
  }

  async commit(batch: WriteBatch): Promise<CommitResult> {
    const began = performance.now();
    let outcome: 'written' | 'stale' | 'taken' | 'failed' = 'failed';
    try {
      const result = await this.inner.commit(batch);
      outcome = result.ok ? 'written' : result.because;
      if (result.ok) this.count(batch);
      return result;
    } finally {
      this.metrics.commitSeconds.observe({ outcome }, secondsSince(began));
    }
  }

  /** An import: neither a commit of the bureau's work nor rows that came of it, so it is not counted as one. */
  commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    return this.inner.commitAll(batches);
  }

  read<T extends object>(sql: string, params?: readonly Cell[]): Promise<readonly T[]> {
    return this.inner.read<T>(sql, params);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private count({ writes }: WriteBatch): void {
    for (const write of writes)
      if ('insert' in write) this.metrics.rowsAdded.inc({ table: write.insert }, write.rows.length);
  }
}
