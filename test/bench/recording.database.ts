import { type CommitResult, DatabaseLayer, type WriteBatch } from '@bureau/platform';

/** The product's own database, remembering every batch that was written through it. */
export class RecordingDatabase extends DatabaseLayer {
  private batches: WriteBatch[] = [];

  override commit(batch: WriteBatch): Promise<CommitResult> {
    this.batches.push(batch);
    return this.inner.commit(batch);
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
