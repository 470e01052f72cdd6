import { type Cell, type Database, DatabaseLayer } from '@bureau/platform';

/** A database of which one read, named by a word in it, gets its answer late: what it tells may be untrue by then. */
export class SlowReader extends DatabaseLayer {
  /** Settles when the read has been made and its answer is held back. */
  readonly isHeld: Promise<void>;
  private held: () => void = () => undefined;
  private release: () => void = () => undefined;
  private readonly released: Promise<void>;
  private isFirst = true;

  constructor(
    inner: Database,
    private readonly word: string,
  ) {
    super(inner);
    this.isHeld = new Promise((resolve) => (this.held = resolve));
    this.released = new Promise((resolve) => (this.release = resolve));
  }

  letGo(): void {
    this.release();
  }

  override async read<T extends object>(sql: string, params?: readonly Cell[]): Promise<readonly T[]> {
    const rows = await this.inner.read<T>(sql, params);
    if (!this.isFirst || !sql.includes(this.word)) return rows;
    this.isFirst = false;
    this.held();
    await this.released;
    return rows;
  }
}
