import { setTimeout as sleep } from 'node:timers/promises';
import type { Database as RawSqlite, Statement } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { type DatabaseUnavailable, InvalidBatch, messageOf } from './database.errors';
import { Database } from './database.port';
import { commitAllOnSqlite } from './sqlite.bulk';
import { SqliteCommitQueue } from './sqlite.commit-queue';
import { sqliteUnavailable } from './sqlite.errors';
import { SqlitePlan, wholeNumbers } from './sqlite.plan';
import { PlanCache } from './plan.cache';
import type { Cell, CommitResult, WriteBatch } from './write-batch';
import { stored } from './write-batch.values';

const READ_PAUSE_MS = 5;

/** One SQLite file (WAL, every commit flushed to disk) through one connection. Other processes may use it too. */
export class SqliteDatabase extends Database {
  readonly dialect = 'sqlite';
  private readonly plans: PlanCache<SqlitePlan>;
  private readonly readers = new Map<string, Statement>();
  private readonly queue: SqliteCommitQueue;

  constructor(
    readonly dataSource: DataSource,
    private readonly raw: RawSqlite,
    /** How long a commit or read waits for a file that another process has locked, in milliseconds. */
    private readonly busyMs: number,
  ) {
    super();
    this.queue = new SqliteCommitQueue(raw, busyMs);
    this.plans = new PlanCache((shape) => new SqlitePlan(raw, shape));
  }

  async commit(batch: WriteBatch): Promise<CommitResult> {
    const bound = await this.patiently(() => this.plans.planFor(batch).bind(batch));
    return this.queue.add(bound);
  }

  commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    return commitAllOnSqlite(this.raw.name, batches, this.busyMs);
  }

  async read<T extends object>(sql: string, params: readonly Cell[] = []): Promise<readonly T[]> {
    const values = wholeNumbers(params.map((value) => stored(value, sql)));
    return this.patiently(() => this.reader(sql).all(...values) as T[]);
  }

  async close(): Promise<void> {
    await this.queue.idle();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private reader(sql: string): Statement {
    const known = this.readers.get(sql);
    if (known) return known;
    const statement = this.raw.prepare(sql);
    if (!statement.readonly) throw new InvalidBatch(`not a read: ${sql}`);
    // A caller that splices values into its SQL must not fill the memory.
    if (this.readers.size >= 500) this.readers.clear();
    this.readers.set(sql, statement);
    return statement;
  }

  /** Runs at once; waits and tries again only while the file is locked. */
  private async patiently<T>(work: () => T): Promise<T> {
    for (const until = Date.now() + this.busyMs; ; await sleep(READ_PAUSE_MS)) {
      try {
        return work();
      } catch (error) {
        if (error instanceof InvalidBatch) throw error;
        const obstacle: DatabaseUnavailable | null = sqliteUnavailable(error);
        if (!obstacle) throw new InvalidBatch(messageOf(error), error);
        if (obstacle.reason !== 'busy' || Date.now() >= until) throw obstacle;
      }
    }
  }
}
