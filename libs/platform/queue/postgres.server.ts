import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Client } from 'pg';
import { type DatabaseAddress, parseDatabaseUrl } from '../database/database-url';
import { DatabaseProblem } from '../database/database.errors';
import {
  type BullQueue,
  type BullServer,
  type BullTimings,
  type BullWorker,
  type WakeUpData,
  workerOptions,
} from './bull.server';

const CONNECT_MS = 2_000;
const QUERY_MS = 5_000;
/** A worker with ten jobs at a time, its LISTEN connection, and some to spare: with fewer everything stands still. */
const WORKER_CONNECTIONS = 16;
const OFFER_CONNECTIONS = 2;
/** BullMQ's tables have names like job and event: they live apart from the bureau's. */
const DEFAULT_SCHEMA = 'bullmq';

/** BullMQ on PostgreSQL, in a schema of its own: `?schema=`, else `bullmq`. */
export class PostgresServer implements BullServer {
  readonly driver = 'postgres';
  private readonly url: string;
  private readonly schema: string;
  private migrated: Promise<void> | undefined;
  private offered: BullQueue | undefined;

  constructor(
    url: string,
    private readonly timings: BullTimings,
    private readonly queueName: string,
  ) {
    const address = addressOf(url);
    this.url = address.url;
    this.schema = address.schema ?? DEFAULT_SCHEMA;
  }

  async queue(): Promise<BullQueue> {
    await this.prepared();
    if (this.offered) return this.offered;
    const connection = this.connection(OFFER_CONNECTIONS, { query_timeout: QUERY_MS });
    const queue = new Queue(this.queueName, { connection }, createPostgresBackend);
    queue.on('error', () => undefined);
    this.offered = queue;
    return queue;
  }

  async worker(
    answer: (data: WakeUpData) => Promise<void>,
    onError: (error: Error) => void,
  ): Promise<BullWorker> {
    await this.prepared();
    const worker = new Worker(
      this.queueName,
      ({ data }: { data: WakeUpData }) => answer(data),
      { connection: this.connection(WORKER_CONNECTIONS), ...workerOptions(this.timings) },
      createPostgresBackend,
    );
    worker.on('error', onError);
    return worker;
  }

  async ping(): Promise<void> {
    await this.withClient((client) => client.query('select 1'));
  }

  async close(): Promise<void> {
    await this.offered?.close();
  }

  /** Once per process, and by one process at a time: BullMQ takes a lock for it. */
  private prepared(): Promise<void> {
    this.migrated ??= this.withClient((client) => runMigrations(client, this.schema)).catch(
      (error: unknown) => {
        this.migrated = undefined;
        throw error;
      },
    );
    return this.migrated;
  }

  private connection(max: number, limits: { readonly query_timeout?: number } = {}) {
    return {
      connectionString: this.url,
      schema: this.schema,
      max,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      ...limits,
    };
  }

  private async withClient(work: (client: Client) => Promise<unknown>): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: CONNECT_MS });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** As of a database, but whoever reads what is wrong must look at the right setting. */
function addressOf(url: string): Extract<DatabaseAddress, { dialect: 'postgres' }> {
  try {
    const address = parseDatabaseUrl(url);
    if (address.dialect === 'postgres') return address;
    throw new DatabaseProblem('QUEUE_URL is no postgres:// URL', MEANS, CHANGE);
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    throw new DatabaseProblem(error.what.replaceAll('DATABASE_URL', 'QUEUE_URL'), MEANS, CHANGE, error);
  }
}

const MEANS = 'The program does not know which queue to use, so it did not start.';
const CHANGE =
  'Set QUEUE_URL to redis://host:6379/1 or to postgres://user:password@host/database?schema=bullmq, or leave it out.';
