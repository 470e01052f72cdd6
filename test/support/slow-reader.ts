import { type Cell, type CommitResult, Database, type WriteBatch } from '@bureau/platform';

/** A database of which one read, named by a word in it, gets its answer late: what it tells may be untrue by then. */
export class SlowReader extends Database {
  /** Settles when the read has been made and its answer is held back. */
  readonly isHeld: Promise<void>;
  private held: () => void = () => undefined;
  private release: () => void = () => undefined;
  private readonly released: Promise<void>;
  private isFirst = true;

  constructor(
    private readonly inner: Database,
    private readonly word: string,
  ) {
    super();
    this.isHeld = new Promise((resolve) => (this.held = resolve));
    this.released = new Promise((resolve) => (this.release = resolve));
  }
  get dialect() {
    return this.inner.dialect;
  }
  get dataSource() {
    return this.inner.dataSource;
  }

  letGo(): void {
    this.release();
  }

  async read<T extends object>(sql: string, params?: readonly Cell[]): Promise<readonly T[]> {
    const rows = await this.inner.read<T>(sql, params);
    if (!this.isFirst || !sql.includes(this.word)) return rows;
    this.isFirst = false;
    this.held();
    await this.released;
    return rows;
  }

  commit(batch: WriteBatch): Promise<CommitResult> {
    return this.inner.commit(batch);
  }
  commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    return this.inner.commitAll(batches);
  }
  close(): Promise<void> {
    return this.inner.close();
  }
}
