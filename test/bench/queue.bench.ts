import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, migrate, MIGRATIONS, openDatabase, PLATFORM_ROWS } from '@bureau/platform';
import { wakeRow } from '../../libs/mediation/adapters/persistence/request.batch';
import { postgresPlace, type Place, sqlitePlace } from '../support/databases';
import { reachablePostgres } from '../support/postgres.probe';
import { queueOnPostgres, queueOnRedis, type QueuePlace } from '../support/queue.places';
import { reachableRedis } from '../support/redis.probe';
import { type Child, start } from './child';
import type { QueueOrder, QueueReady } from './queue.process';
import { quantile } from './rounds';

const AT_ONCE = 10_000;
const SPREAD = 1_000;
const SPREAD_OVER_MS = 10_000;
const STANDING = 100_000;
/** Time to start, and to offer what falls due. */
const AHEAD_MS = 15_000;
const HALF_A_DAY_MS = 12 * 3_600_000;
const ROWS_AT_ONCE = 1_000;
const DRAINED_WITHIN_MS = 180_000;

export interface Lateness {
  readonly p50: number;
  readonly p99: number;
}

export interface QueueResult {
  /** Deadlines told of in a second, when all fall due at one moment; and how late each of them was. */
  readonly atOnce: Lateness & { readonly perSecond: number };
  /** How late deadlines are told of that fall due one after the other. */
  readonly spread: Lateness;
  /** A process with so many open deadlines before it, all due later that day. */
  readonly standing: QueueReady;
}

/** A database and a queue in front of it. */
export interface QueueGround {
  readonly name: string;
  readonly place: () => Place;
  readonly queue: () => Promise<QueuePlace | null>;
}

/** SQLite always; the servers when they answer. */
export function queueGrounds(): QueueGround[] {
  const [postgres, redis] = [reachablePostgres(), reachableRedis()];
  const direct: QueueGround = { name: 'SQLite, direct', place: sqlitePlace, queue: async () => null };
  if (!postgres) return [direct];
  const place = () => postgresPlace(postgres);
  const own: QueueGround = {
    name: 'PostgreSQL, BullMQ on PostgreSQL',
    place,
    queue: () => queueOnPostgres(postgres),
  };
  if (!redis) return [direct, own];
  return [direct, { name: 'PostgreSQL, BullMQ on Redis', place, queue: () => queueOnRedis(redis) }, own];
}

/** Fills a database with deadlines and lets one process of the program tell of them. */
export async function benchQueue(ground: QueueGround): Promise<QueueResult> {
  return {
    atOnce: await onAnEmptyBureau(ground, async (database, worker) => {
      const dueAt = Date.now() + AHEAD_MS;
      await fill(database, AT_ONCE, () => dueAt);
      await (await worker()).stopAfter(() => told(database, AT_ONCE));
      const { last, lateness } = await outcomeOf(database);
      return { ...lateness, perSecond: (AT_ONCE / (last - dueAt)) * 1_000 };
    }),
    spread: await onAnEmptyBureau(ground, async (database, worker) => {
      const from = Date.now() + AHEAD_MS;
      await fill(database, SPREAD, (index) => from + Math.floor((index / SPREAD) * SPREAD_OVER_MS));
      await (await worker()).stopAfter(() => told(database, SPREAD));
      return (await outcomeOf(database)).lateness;
    }),
    standing: await onAnEmptyBureau(ground, async (database, worker) => {
      const from = Date.now() + HALF_A_DAY_MS;
      await fill(database, STANDING, (index) => from + index);
      const { ready, stopAfter } = await worker();
      await stopAfter(() => Promise.resolve());
      return ready;
    }),
  };
}

interface Worker {
  readonly ready: QueueReady;
  stopAfter(work: () => Promise<void>): Promise<void>;
}

async function onAnEmptyBureau<T>(
  ground: QueueGround,
  work: (database: Database, worker: () => Promise<Worker>) => Promise<T>,
): Promise<T> {
  const place = ground.place();
  const queue = await ground.queue();
  const database = await openDatabase({ url: place.url, entities: PLATFORM_ROWS, migrations: MIGRATIONS });
  const env = { DATABASE_URL: place.url, ...(queue?.url && { QUEUE_URL: queue.url }) };
  try {
    await migrate(database);
    return await work(database, () => workerOn(env));
  } finally {
    await database.close();
    await queue?.remove();
    await place.remove();
  }
}

async function workerOn(env: Readonly<Record<string, string>>): Promise<Worker> {
  const child: Child<QueueReady> = await start<QueueOrder, QueueReady>('queue.process.ts', { env });
  const stopAfter = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } finally {
      await child.stop();
    }
  };
  return { ready: child.ready, stopAfter };
}

/** Deadlines as a registration leaves them: the row itself, and what wakes it. */
async function fill(database: Database, count: number, dueAt: (index: number) => number): Promise<void> {
  for (let first = 0; first < count; first += ROWS_AT_ONCE) {
    const dates = Array.from({ length: Math.min(ROWS_AT_ONCE, count - first) }, (_, index) => ({
      date: { request: `MB-2025-${first + index}`, kind: 'first-session', revision: 1 },
      due: dueAt(first + index),
    }));
    const rows = dates.map(({ date, due }) => ({
      ...date,
      state: 'open',
      due_on: new Date(due).toISOString().slice(0, 10),
      due_at: due,
      met_on: null,
      detail: '{}',
      fired_at: null,
    }));
    const wakes = dates.map(({ date, due }) => wakeRow(date, Date.now(), due));
    await database.commit({
      writes: [
        { insert: 'request_deadline', rows },
        { insert: 'outbox', rows: wakes },
      ],
    });
  }
}

async function told(database: Database, count: number): Promise<void> {
  for (const until = Date.now() + DRAINED_WITHIN_MS; Date.now() < until; await sleep(500)) {
    const [row] = await database.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM request_deadline WHERE fired_at IS NOT NULL',
    );
    if (row?.n === count) return;
  }
  throw new Error(`${count} deadlines were not told of within ${DRAINED_WITHIN_MS} ms`);
}

async function outcomeOf(
  database: Database,
): Promise<{ readonly last: number; readonly lateness: Lateness }> {
  const rows = await database.read<{ due_at: number; fired_at: number }>(
    'SELECT due_at, fired_at FROM request_deadline',
  );
  const late = rows.map((row) => row.fired_at - row.due_at);
  const last = rows.reduce((latest, row) => Math.max(latest, row.fired_at), 0);
  return { last, lateness: { p50: quantile(late, 0.5), p99: quantile(late, 0.99) } };
}
