import { type CommitResult, type Database, DatabaseLayer, type Row, type WriteBatch } from '../database';

type Listener = (rows: readonly Row[]) => void;

/** Tells, after the commit, which outbox rows were written: so that nobody has to look for them. */
export class OutboxNews {
  private listeners: readonly Listener[] = [];

  /** The listener must not throw; it is not waited for. Missed news costs nothing but time: the sweep finds the row. */
  heardBy(listener: Listener): void {
    this.listeners = [...this.listeners, listener];
  }

  tell(rows: readonly Row[]): void {
    for (const listener of this.listeners) listener(rows);
  }
}

/**
 * A database whose commits are heard of. Whoever adds an outbox row need not remember to wake anybody. A whole file is
 * not told: an old register has nothing that is due now, and the sweep finds what is.
 */
export class AnnouncingDatabase extends DatabaseLayer {
  constructor(
    inner: Database,
    private readonly news: OutboxNews,
  ) {
    super(inner);
  }

  override async commit(batch: WriteBatch): Promise<CommitResult> {
    const result = await this.inner.commit(batch);
    if (!result.ok) return result;
    for (const write of batch.writes)
      if ('insert' in write && write.insert === 'outbox') this.news.tell(write.rows);
    return result;
  }
}
