import { createRequire } from 'node:module';
import type { Database as RawSqlite } from 'better-sqlite3';
import { Client, types } from 'pg';

/** What is written down about every write to a table, in the same transaction, by the database itself. */
interface Watched {
  readonly table: string;
  readonly columns: readonly string[];
  /** Deletions matter too. */
  readonly untilGone: boolean;
}

/** The witness keeps a line for each write, with the moment of real time at which it was made. */
const WATCHED = [
  {
    table: 'request_deadline',
    columns: ['request', 'kind', 'revision', 'state', 'due_at', 'fired_at'],
    untilGone: false,
  },
  { table: 'outbox', columns: ['id', 'kind', 'attempts', 'available_at', 'delivered_at'], untilGone: false },
  { table: 'request_party', columns: ['request', 'person'], untilGone: true },
] as const satisfies readonly Watched[];

export const witnessed = (table: (typeof WATCHED)[number]['table']): string => `witness_${table}`;

/** Asks the database, past the program and its drivers. Numbers come back as numbers. */
export interface Onlooker {
  rows<T extends object>(sql: string): Promise<readonly T[]>;
  close(): Promise<void>;
}

export async function lookOn(databaseUrl: string): Promise<Onlooker & { run(sql: string): Promise<void> }> {
  if (databaseUrl.startsWith('sqlite:')) return onSqlite(databaseUrl.slice('sqlite:'.length));
  const client = new Client({
    connectionString: databaseUrl,
    types: { getTypeParser: (oid: number) => (oid === INT8 ? Number : types.getTypeParser(oid)) },
  });
  client.on('error', () => undefined);
  await client.connect();
  return {
    rows: async <T extends object>(sql: string) => (await client.query<T>(sql)).rows,
    run: async (sql) => void (await client.query(sql)),
    close: () => client.end(),
  };
}

const INT8 = 20;

function onSqlite(file: string): Onlooker & { run(sql: string): Promise<void> } {
  const Sqlite = createRequire(__filename)('better-sqlite3') as new (
    file: string,
    options: object,
  ) => RawSqlite;
  const raw = new Sqlite(file, { timeout: 10_000 });
  return {
    rows: async <T extends object>(sql: string) => raw.prepare(sql).all() as T[],
    run: async (sql) => void raw.exec(sql),
    close: async () => void raw.close(),
  };
}

/** Lets the database keep a witness's book beside the tables of the program, which knows nothing of it. */
export async function callWitness(databaseUrl: string): Promise<void> {
  const onlooker = await lookOn(databaseUrl);
  const isSqlite = databaseUrl.startsWith('sqlite:');
  for (const watched of WATCHED) await onlooker.run((isSqlite ? sqliteBook : postgresBook)(watched));
  await onlooker.close();
}

const bookOf = ({ table, columns }: Watched, counter: string): string =>
  `create table witness_${table} (line ${counter}, seen_at bigint, gone integer, ${columns
    .map((column) => `${column} ${/_at$|revision|attempts/.test(column) ? 'bigint' : 'text'}`)
    .join(', ')});`;

const SQLITE_NOW = "cast((julianday('now') - 2440587.5) * 86400000 as integer)";

function sqliteBook(watched: Watched): string {
  const { table, columns, untilGone } = watched;
  const trigger = (event: string, row: 'new' | 'old'): string =>
    `create trigger witness_${table}_${event} after ${event} on ${table} begin
       insert into witness_${table} (seen_at, gone, ${columns.join(', ')})
       values (${SQLITE_NOW}, ${row === 'old' ? 1 : 0}, ${columns.map((column) => `${row}.${column}`).join(', ')});
     end;`;
  return [
    bookOf(watched, 'integer primary key autoincrement'),
    trigger('insert', 'new'),
    trigger('update', 'new'),
    untilGone ? trigger('delete', 'old') : '',
  ].join('\n');
}

function postgresBook(watched: Watched): string {
  const { table, columns, untilGone } = watched;
  const insert = (row: 'new' | 'old'): string =>
    `insert into witness_${table} (seen_at, gone, ${columns.join(', ')})
     values (extract(epoch from clock_timestamp()) * 1000, ${row === 'old' ? 1 : 0},
             ${columns.map((column) => `${row}.${column}`).join(', ')});`;
  return `${bookOf(watched, 'bigserial primary key')}
    create function witness_${table}_write() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then ${insert('old')} else ${insert('new')} end if;
      return null;
    end $$;
    create trigger witness_${table} after insert or update ${untilGone ? 'or delete' : ''} on ${table}
      for each row execute function witness_${table}_write();`;
}

/** On PostgreSQL: every so often the server hangs up on a change of a request between its last statement and COMMIT. */
export const HANG_UP_BEFORE_COMMIT = `
  create function storm_hang_up() returns trigger language plpgsql as $$ begin
    if random() < 0.004 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); end if;
    return null;
  end $$;
  create constraint trigger storm_hang_up after insert on request_event deferrable initially deferred
    for each row execute function storm_hang_up();`;
