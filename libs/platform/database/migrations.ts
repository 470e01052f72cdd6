import type { MigrationInterface } from 'typeorm';
import { DatabaseProblem } from './database.errors';
import type { Database } from './database.port';
import { aloneOnPostgres, aloneOnSqlite } from './migration.lock';

/** A migration for both databases, written with Table objects and explicit names of keys and indexes. */
export type MigrationClass = new () => MigrationInterface;

/**
 * Brings the tables up to this build and answers the names of the migrations that ran, oldest first. All of them or
 * none. Any number of processes may call this at the same time: one works, the others wait.
 *
 * @throws DatabaseProblem when a newer version has used the database.
 * @throws DatabaseUnavailable when another process keeps the lock for more than `waitMs` milliseconds.
 */
export async function migrate(database: Database, waitMs = 60_000): Promise<string[]> {
  const work = async (): Promise<string[]> => {
    await refuseNewerDatabase(database);
    const { dataSource } = database;
    const transaction = database.dialect === 'sqlite' ? 'none' : 'all';
    return (await dataSource.runMigrations({ transaction })).map(({ name }) => name);
  };
  return database.dialect === 'sqlite'
    ? aloneOnSqlite(database.dataSource, waitMs, work)
    : aloneOnPostgres(database.dataSource, waitMs, work);
}

/** Names of the migrations that this build has and the database has not, oldest first. Changes nothing. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const executed = new Set(await executedMigrations(database));
  return knownMigrations(database).filter((name) => !executed.has(name));
}

/** Throws DatabaseProblem when the database has a migration that this build does not know. */
export async function refuseNewerDatabase(database: Database): Promise<void> {
  const known = new Set(knownMigrations(database));
  const unknown = (await executedMigrations(database)).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new DatabaseProblem(
    `This database was last used by a newer version of the program (it has ${unknown.join(', ')}).`,
    'This version does not know those tables and could write them wrongly, so it left everything as it is.',
    'Start the newer version again, or put back the backup that was made before it.',
  );
}

const knownMigrations = ({ dataSource }: Database): string[] =>
  [...dataSource.migrations]
    .map((migration) => migration.name ?? migration.constructor.name)
    .sort((a, b) => timestampOf(a) - timestampOf(b));

const timestampOf = (name: string): number => Number(name.slice(-13));

async function executedMigrations({ dataSource, dialect }: Database): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    const table = dataSource.driver.buildTableName(
      'migrations',
      dialect === 'postgres' ? dataSource.driver.schema : undefined,
    );
    if (!(await runner.hasTable(table))) return [];
    const rows = await dataSource.query<{ name: string }[]>('select name from migrations order by id');
    return rows.map(({ name }) => name);
  } finally {
    await runner.release();
  }
}
