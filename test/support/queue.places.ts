import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { reachablePostgres } from './postgres.probe';
import { reachableRedis } from './redis.probe';

/** A queue of its own for one suite. */
export interface QueuePlace {
  /** QUEUE_URL; undefined for the process itself. */
  readonly url: string | undefined;
  /** Everything in it is gone, as after a FLUSHDB. */
  wipe(): Promise<void>;
  remove(): Promise<void>;
}

export type QueueSuite = (place: () => QueuePlace) => void;

/** Runs the suite on each driver. A server that is not there is left out loudly; in CI that is a failure. */
export function describeOnEachQueue(name: string, suite: QueueSuite): void {
  describeOn(name, 'direct', '-', () => Promise.resolve(directPlace), suite);
  describeOn(name, 'redis', reachableRedis(), queueOnRedis, suite);
  describeOn(name, 'postgres', reachablePostgres(), queueOnPostgres, suite);
}

function describeOn(
  name: string,
  driver: string,
  server: string | null,
  make: (server: string) => Promise<QueuePlace>,
  suite: QueueSuite,
): void {
  if (!server) {
    const note = `NOT TESTED: ${name} on ${driver} (no server answers)`;
    console.warn(`\n  ######  ${note}  ######\n`);
    const { TEST_NOTES_FILE: notes } = process.env;
    if (notes) appendFileSync(notes, `${note}\n`);
    return;
  }
  describe(`${name} [${driver}]`, () => {
    let place: QueuePlace;
    beforeAll(async () => {
      place = await make(server);
    });
    afterAll(() => place.remove());
    suite(() => place);
  });
}

const directPlace: QueuePlace = {
  url: undefined,
  wipe: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

const CLAIM = 'claimed-by-a-test';

/** A database that nobody uses, of the sixteen: to be flushed, it must be ours alone. */
export async function queueOnRedis(server: string): Promise<QueuePlace> {
  const url = new URL(server);
  url.port ||= '6379';
  for (let db = 15; db > 0; db--) {
    url.pathname = `/${db}`;
    const redis = new Redis(url.href);
    const claim = () => redis.set(CLAIM, process.pid, 'EX', 300, 'NX');
    if ((await redis.dbsize()) > 0 || !(await claim())) {
      redis.disconnect();
      continue;
    }
    const wipe = async () => {
      await redis.flushdb();
      await claim();
    };
    const remove = async () => {
      await redis.flushdb();
      redis.disconnect();
    };
    return { url: url.href, wipe, remove };
  }
  throw new Error('no database of this Redis is empty');
}

export async function queueOnPostgres(server: string): Promise<QueuePlace> {
  const schema = `queue_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.searchParams.set('schema', schema);
  const client = new Client({ connectionString: server });
  await client.connect();
  return {
    url: url.href,
    wipe: async () => void (await client.query(`truncate ${schema}.job cascade`)),
    remove: async () => {
      await client.query(`drop schema if exists ${schema} cascade`);
      await client.end();
    },
  };
}
