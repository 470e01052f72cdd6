import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, type DatabaseOptions, migrate, openDatabase } from '@bureau/platform';
import { reachablePostgres } from './postgres.probe';

export type Dialect = Database['dialect'];
export type TestSchema = Pick<DatabaseOptions, 'entities' | 'migrations'>;

/** An empty database of its own for one test. */
export interface Place {
  readonly url: string;
  remove(): Promise<void>;
}

/**
 * Opens a database with all migrations run: a new one at every call, or the one at `url`. Whatever a test leaves open
 * is closed, and every new place removed, after the suite.
 */
export type OpenDatabase = (options?: {
  readonly url?: string;
  readonly busyMs?: number;
}) => Promise<Database>;

export interface Testbed {
  readonly open: OpenDatabase;
  readonly dialect: Dialect;
  /** The URL of a new, empty database; nothing is opened. */
  readonly place: () => string;
}

export type Suite = (open: OpenDatabase, bed: Testbed) => void;

/**
 * Runs the suite on SQLite (a temporary file) and on PostgreSQL (a schema of its own). Without a PostgreSQL that suite
 * is left out with a warning; with CI or TEST_DATABASE_URL set it fails instead.
 */
export function describeOnEachDatabase(name: string, suite: Suite, schema: TestSchema): void {
  describeOnSqlite(name, suite, schema);
  describeOnPostgres(name, suite, schema);
}

export function describeOnSqlite(name: string, suite: Suite, schema: TestSchema): void {
  describe(`${name} [sqlite]`, () => runOn('sqlite', sqlitePlace, suite, schema));
}

export function describeOnPostgres(name: string, suite: Suite, schema: TestSchema): void {
  const server = reachablePostgres();
  if (server) {
    describe(`${name} [postgres]`, () => runOn('postgres', () => postgresPlace(server), suite, schema));
    return;
  }
  const note = 'NOT TESTED on PostgreSQL: none answers (set TEST_DATABASE_URL)';
  console.warn(`\n  ######  ${name}: ${note}  ######\n`);
  // Left out and not skipped: a run with skipped tests fails, and this one is as whole as the machine allows.
  if (process.env.TEST_NOTES_FILE) appendFileSync(process.env.TEST_NOTES_FILE, `${note}\n`);
}

function runOn(dialect: Dialect, newPlace: () => Place, suite: Suite, schema: TestSchema): void {
  const opened: Database[] = [];
  const places: Place[] = [];
  const place = (): string => {
    const made = newPlace();
    places.push(made);
    return made.url;
  };
  const open: OpenDatabase = async ({ url = place(), busyMs } = {}) => {
    const database = await openDatabase({ url, busyMs, connections: 5, ...schema });
    opened.push(database);
    await migrate(database);
    return database;
  };
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await Promise.all(places.map((made) => made.remove()));
  });
  suite(open, { open, dialect, place });
}

/** A file that does not exist yet, in a folder of its own. Never `:memory:`: locks and WAL are what we test. */
export function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-test-'));
  return {
    url: `sqlite:${join(folder, 'bureau.sqlite')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A schema that does not exist yet. */
export function postgresPlace(server: string): Place {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.searchParams.set('schema', schema);
  return {
    url: url.href,
    remove: async () => {
      const client = new Client({ connectionString: server });
      await client.connect();
      await client.query(`drop schema if exists ${schema} cascade`);
      await client.end();
    },
  };
}
