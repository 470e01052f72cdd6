import { type CommitResult, type Database, DatabaseLayer, type WriteBatch } from '../database';
import { type Metrics, secondsSince } from './metrics';

/**
 * A database whose commits are timed and whose new rows are counted, by table. A whole file is neither a commit of the
 * bureau's work nor rows that came of it, so it is not counted as one.
 */
export class MeasuredDatabase extends DatabaseLayer {
  constructor(
    inner: Database,
    private readonly metrics: Metrics,
  ) {
    super(inner);
  }

  override async commit(batch: WriteBatch): Promise<CommitResult> {
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

  private count({ writes }: WriteBatch): void {
    for (const write of writes)
      if ('insert' in write) this.metrics.rowsAdded.inc({ table: write.insert }, write.rows.length);
  }
}
