import { setTimeout as sleep } from 'node:timers/promises';
import type { Database as RawSqlite } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from './database.errors';
import { sqliteUnavailable } from './sqlite.errors';

/** Any number that no other program uses on the same server. */
const ADVISORY_LOCK = 0x62757265;

/**
 * Runs the work inside one write transaction: alone among all processes on the file, and undone as a whole when it
 * fails. TypeORM shares the connection, so its statements are part of the transaction.
 */
export async function aloneOnSqlite<T>(
  dataSource: DataSource,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const raw = (dataSource.driver as unknown as { databaseConnection: RawSqlite }).databaseConnection;
  await beginExclusively(raw, waitMs);
  try {
    const answer = await work();
    const orphans = raw.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0)
      throw new Error(`the migration leaves ${orphans.length} rows without their parent row`);
    raw.exec('commit');
    return answer;
  } finally {
    if (raw.inTransaction) raw.exec('rollback');
    raw.pragma('foreign_keys = ON');
  }
}

async function beginExclusively(raw: RawSqlite, waitMs: number): Promise<void> {
  for (const until = Date.now() + waitMs; ; await sleep(20)) {
    try {
      if (raw.inTransaction)
        throw new DatabaseUnavailable('busy', 'a migration is under way on this connection');
      // Rebuilding a table drops the old one; with foreign keys on, that would delete the rows that refer to it.
      // Off only together with the transaction: a commit during our wait must not miss them.
      raw.pragma('foreign_keys = OFF');
      raw.exec('begin immediate');
      return;
    } catch (error) {
      if (!raw.inTransaction) raw.pragma('foreign_keys = ON');
      const obstacle = sqliteUnavailable(error);
      if (obstacle?.reason !== 'busy' || Date.now() >= until) throw obstacle ?? error;
    }
  }
}

/** Runs the work while no other process migrates the same schema. The schema is made when it is not there. */
export async function aloneOnPostgres<T>(
  dataSource: DataSource,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const schema = dataSource.driver.schema ?? 'public';
  // The lock belongs to the connection: it is gone when this process dies.
  await runner.connect();
  try {
    await acquire();
    if (await answer(`select to_regnamespace($1) is null as yes`))
      await runner.query(`create schema "${schema}"`);
    return await work();
  } finally {
    await runner
      .query(`select pg_advisory_unlock(${ADVISORY_LOCK}, hashtext($1))`, [schema])
      .catch(() => undefined);
    await runner.release();
  }

  async function acquire(): Promise<void> {
    for (const until = Date.now() + waitMs; ; await sleep(50)) {
      if (await answer(`select pg_try_advisory_lock(${ADVISORY_LOCK}, hashtext($1)) as yes`)) return;
      if (Date.now() >= until)
        throw new DatabaseUnavailable('busy', 'another process is still migrating the database');
    }
  }

  async function answer(sql: string): Promise<boolean> {
    const rows: { yes: boolean }[] = await runner.query(sql, [schema]);
    return rows[0]?.yes === true;
  }
}
