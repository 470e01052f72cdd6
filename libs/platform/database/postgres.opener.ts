import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DatabaseProblem, messageOf } from './database.errors';
import { NUMBERS, PostgresDatabase } from './postgres.database';
import { sqlState } from './postgres.errors';
import { SilentLogger } from './silent.logger';

type Schema = Pick<DataSourceOptions, 'entities' | 'migrations'>;

export interface PostgresLimits {
  readonly connections: number;
  /** For a connection, and for a row that somebody else has locked. */
  readonly busyMs: number;
}

/** Connects to the server. Throws DatabaseProblem: not reachable, wrong password, no such database. */
export async function openPostgres(
  url: string,
  namespace: string | undefined,
  schema: Schema,
  limits: PostgresLimits,
): Promise<PostgresDatabase> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: namespace,
    ...schema,
    applicationName: 'bureau',
    logger: new SilentLogger(),
    installExtensions: false,
    connectTimeoutMS: limits.busyMs,
    // A connection that dies while idle is replaced at its next use; there is nobody to tell before.
    poolErrorHandler: () => undefined,
    extra: {
      // Migrating holds its lock on one connection and works on another.
      max: Math.max(2, limits.connections),
      types: NUMBERS,
      lock_timeout: limits.busyMs,
      ...(namespace ? { options: `-c search_path=${namespace}` } : {}),
    },
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw problemWith(new URL(url), error);
  }
  const { master } = dataSource.driver as unknown as { master: Pool };
  return new PostgresDatabase(dataSource, master, limits.busyMs);
}

function problemWith(url: URL, error: unknown): Error {
  const where = `${url.hostname || 'this machine'}:${url.port || 5432}`;
  const state = sqlState(error);
  const message = messageOf(error);
  const means = 'The program has no database, so it did not start.';
  if (state.startsWith('28')) {
    return new DatabaseProblem(
      `PostgreSQL at ${where} does not let '${decodeURIComponent(url.username)}' in (${message}).`,
      means,
      'Check user and password in DATABASE_URL, and pg_hba.conf of the server.',
      error,
    );
  }
  if (state === '3D000') {
    return new DatabaseProblem(
      `PostgreSQL at ${where} has no such database (${message}).`,
      means,
      `Make it with \`createdb ${url.pathname.slice(1)}\`, or correct DATABASE_URL.`,
      error,
    );
  }
  const { code } = error as { code?: unknown };
  const answered = state !== '' && !/^(53|57|08)/.test(state);
  // A fault in an entity is ours, not the server's.
  if (answered || (typeof code !== 'string' && !/connect|timeout|terminated/i.test(message)))
    return error as Error;
  return new DatabaseProblem(
    `PostgreSQL at ${where} cannot be reached (${message}).`,
    means,
    'Start the server, or correct host and port in DATABASE_URL.',
    error,
  );
}
