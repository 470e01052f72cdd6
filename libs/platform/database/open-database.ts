import type { EntitySchema } from 'typeorm';
import { parseDatabaseUrl } from './database-url';
import type { Database } from './database.port';
import { type MigrationClass, refuseNewerDatabase } from './migrations';
import { openPostgres } from './postgres.opener';
import { openSqlite } from './sqlite.opener';

export interface DatabaseOptions {
  /** DATABASE_URL: `sqlite:FILE`, `postgres://…[?schema=name]`, or undefined for `sqlite:./data/bureau.sqlite`. */
  readonly url: string | undefined;
  readonly entities: readonly (EntitySchema | (abstract new (...args: never[]) => object))[];
  /** Every migration this build knows, oldest first. */
  readonly migrations: readonly MigrationClass[];
  /** How long to wait for a lock that somebody else holds, in milliseconds; 5 000 when left out. */
  readonly busyMs?: number;
  /** Connections to PostgreSQL of this process, at least 2; 10 when left out. */
  readonly connections?: number;
}

/**
 * An open database that no newer version of the program has used. Runs no migrations.
 * Throws DatabaseProblem with what was found, what it means, and what to change.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const address = parseDatabaseUrl(options.url);
  const schema = { entities: [...options.entities], migrations: [...options.migrations] };
  const busyMs = options.busyMs ?? 5_000;
  const database =
    address.dialect === 'sqlite'
      ? await openSqlite(address.file, schema, busyMs)
      : await openPostgres(address.url, address.schema, schema, {
          busyMs,
          connections: options.connections ?? 10,
        });
  try {
    await refuseNewerDatabase(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
