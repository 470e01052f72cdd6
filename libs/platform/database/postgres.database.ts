import { setTimeout as sleep } from 'node:timers/promises';
import {
  DatabaseError,
  type CustomTypesConfig,
  type Pool,
  type PoolClient,
  type QueryConfig,
  types,
} from 'pg';
import type { DataSource } from 'typeorm';
import { InvalidBatch } from './database.errors';
import { Database } from './database.port';
import { PlanCache } from './plan.cache';
import { commitAllOnPostgres, unavailableMidway } from './postgres.bulk';
import { isWorthRetrying, leavesConnectionUsable, postgresUnavailable } from './postgres.errors';
import { named, type Statement, PostgresPlan } from './postgres.plan';
import { type Cell, type CommitResult, STALE, type WriteBatch, WRITTEN } from './write-batch';
import { stored, type StoredCell } from './write-batch.values';

const INT8 = 20;
const NUMERIC = 1700;
const BOOL = 16;
const LONGEST_PAUSE_MS = 50;
/**
 * Beside the time that a statement may wait for a lock. A server that lost its power, or a firewall that forgot the
 * connection, never hangs up: without a limit each such connection would hold its caller for hours.
 */
const SILENCE_MS = 5_000;

/** pg reads the limit from the query too; its types know it of a connection only. */
type SilenceableQuery = QueryConfig & { readonly query_timeout: number };

/** bigint columns, counts and sums as numbers, as SQLite gives them: pg would make texts of them. */
export const NUMBERS: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : types.getTypeParser(oid, format),
};

/** For our own reads only: TypeORM asks the catalogue of PostgreSQL for real truth values. */
const NUMBERS_ONLY: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === BOOL ? (value: string) => (value === 't' ? 1 : 0) : NUMBERS.getTypeParser(oid, format),
};

/** A PostgreSQL schema through a pool of connections. Each batch is one prepared statement, one round trip. */
export class PostgresDatabase extends Database {
  readonly dialect = 'postgres';
  private readonly plans = new PlanCache((shape) => new PostgresPlan(shape));
  private readonly reads = new Map<string, Statement>();
  private readonly watched = new WeakSet<PoolClient>();

  constructor(
    readonly dataSource: DataSource,
    private readonly pool: Pool,
    /** How long deadlocks are tried again, in milliseconds. */
    private readonly busyMs: number,
  ) {
    super();
    // At once, and not when whoever asked for it comes to it: a server that ends a connection in the same breath as it
    // accepts it would end the process.
    pool.on('acquire', (client) => this.watch(client));
  }

  async commit(batch: WriteBatch): Promise<CommitResult> {
    const plan = this.plans.planFor(batch);
    const values = plan.bind(batch);
    if (!plan.statement) return WRITTEN;
    try {
      const rows = await this.run<{ n: number }>(plan.statement, values);
      return rows[0]?.n === 0 ? STALE : WRITTEN;
    } catch (error) {
      return refusalBehind(error, batch);
    }
  }

  async commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    const client = await this.client();
    let usable = false;
    try {
      const outcome = await commitAllOnPostgres(client, batches, (batch) => this.written(client, batch));
      usable = true;
      return outcome;
    } finally {
      client.release(!usable);
    }
  }

  private async written(client: PoolClient, batch: WriteBatch): Promise<CommitResult> {
    const plan = this.plans.planFor(batch);
    const values = plan.bind(batch);
    if (!plan.statement) return WRITTEN;
    try {
      const { rows } = await client.query<{ n: number }>({ ...plan.statement, values, types: NUMBERS_ONLY });
      return rows[0]?.n === 0 ? STALE : WRITTEN;
    } catch (error) {
      const obstacle = unavailableMidway(error);
      if (obstacle) throw obstacle;
      return refusalBehind(error, batch);
    }
  }

  async read<T extends object>(sql: string, params: readonly Cell[] = []): Promise<readonly T[]> {
    const values = params.map((value) => stored(value, sql));
    try {
      return await this.run<T>(this.reader(sql), values);
    } catch (error) {
      throw error instanceof DatabaseError ? new InvalidBatch(`${error.message}: ${sql}`, error) : error;
    }
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Throws DatabaseUnavailable; an error that is the statement's own fault as DatabaseError. */
  private async run<T extends object>(statement: Statement, values: StoredCell[]): Promise<T[]> {
    const until = Date.now() + this.busyMs;
    for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const client = await this.client();
      let usable = true;
      try {
        return (await client.query<T>(this.asked(statement, values))).rows;
      } catch (error) {
        usable = leavesConnectionUsable(error);
        if (Date.now() >= until || !isWorthRetrying(error)) throw postgresUnavailable(error, true) ?? error;
      } finally {
        // Not pool.query: that throws away the connection, and what it has prepared, for every 'taken'.
        client.release(!usable);
      }
      await sleep(Math.random() * pause);
    }
  }

  private asked(statement: Statement, values: StoredCell[]): SilenceableQuery {
    return { ...statement, values, types: NUMBERS_ONLY, query_timeout: SILENCE_MS + this.busyMs };
  }

  private async client(): Promise<PoolClient> {
    try {
      return await this.pool.connect();
    } catch (error) {
      throw postgresUnavailable(error, false) ?? error;
    }
  }

  /** A query fails with the same error; unheard, the event would end the process. */
  private watch(client: PoolClient): void {
    if (this.watched.has(client)) return;
    this.watched.add(client);
    client.on('error', () => undefined);
  }

  private reader(sql: string): Statement {
    const known = this.reads.get(sql);
    if (known) return known;
    if (!/^\s*(select|with)\b/i.test(sql)) throw new InvalidBatch(`not a read: ${sql}`);
    const text = withNumberedPlaceholders(sql);
    // A caller that splices values into its SQL must not fill the memory, ours and that of every connection.
    if (this.reads.size >= 500) return { text };
    const statement = named(text);
    this.reads.set(sql, statement);
    return statement;
  }
}

/** What the answer of the server means for a batch; throws when it means that the batch can never be written. */
function refusalBehind(error: unknown, batch: WriteBatch): CommitResult {
  if (!(error instanceof DatabaseError)) throw error;
  if (error.code === '23505') {
    return { ok: false, because: 'taken', table: error.table ?? '', constraint: error.constraint ?? '' };
  }
  const twoRows = error.code === '22012' && batch.guard;
  throw new InvalidBatch(
    twoRows ? 'the guard matches 2 rows: it must name a whole key' : error.message,
    error,
  );
}

/** `?` becomes `$1`, `$2`, …; question marks within quotes stay. */
function withNumberedPlaceholders(sql: string): string {
  let last = 0;
  return sql.replaceAll(/'(?:[^']|'')*'|"[^"]*"|\?/g, (found) => (found === '?' ? `$${(last += 1)}` : found));
}
