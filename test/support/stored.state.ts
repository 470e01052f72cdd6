import { createHash } from 'node:crypto';
import type { Database } from '@bureau/platform';

/** The tables that a mediation request is kept in, each with the key that its rows are ordered by. */
export const REQUEST_TABLES = {
  mediation_request: 'number',
  request_party: 'request, person',
  request_event: 'request, position',
  request_deadline: 'request, kind',
  booking_slot: 'mediator, slot',
  outbox: 'id',
  audit_entry: 'file, position',
  idempotency_key: 'actor, key',
} as const;

export type RequestTable = keyof typeof REQUEST_TABLES;

const TABLES = Object.keys(REQUEST_TABLES) as RequestTable[];

/** Row count and content of every table of requests: equal before and after when nothing was written. */
export async function requestState(database: Database): Promise<Record<string, string>> {
  const entries: (readonly [string, string])[] = [];
  for (const table of TABLES) {
    // Logins are noted in the journal too; they are nobody's request.
    const where = table === 'audit_entry' ? ` where file <> 'accounts'` : '';
    const rows = await database.read(`select * from ${table}${where} order by ${REQUEST_TABLES[table]}`);
    const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
    entries.push([table, `${rows.length} rows, ${digest}`]);
  }
  return Object.fromEntries(entries);
}

/** How many rows every table of the database holds, accounts and all. */
export async function rowCounts(database: Database): Promise<Record<string, number>> {
  const tables = database.dataSource.entityMetadatas.map(({ tableName }) => tableName).sort();
  const counts: (readonly [string, number])[] = [];
  for (const table of tables) {
    const [row] = await database.read<{ n: number }>(`select count(*) as n from ${table}`);
    counts.push([table, row?.n ?? -1]);
  }
  return Object.fromEntries(counts);
}

/** As requestState, but cheap: how many rows there are, and where every request stands. */
export async function requestTally(database: Database): Promise<string> {
  const counts = TABLES.map((table) => `(select count(*) from ${table}) as ${table}`);
  const [row] = await database.read(
    `select ${counts.join()}, (select sum(revision) from mediation_request) as revisions`,
  );
  return JSON.stringify(row);
}
