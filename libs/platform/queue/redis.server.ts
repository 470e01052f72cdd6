import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import {
  type BullQueue,
  type BullServer,
  type BullTimings,
  type BullWorker,
  type WakeUpData,
  workerOptions,
} from './bull.server';

const CONNECT_MS = 2_000;
const LONGEST_RECONNECT_MS = 2_000;
/** ioredis waits so long for the end of a connection, also of one that has ended already: kept short. */
const FAREWELL_MS = 100;

const retryStrategy = (times: number): number => Math.min(times * 100, LONGEST_RECONNECT_MS);

/** BullMQ on Redis. */
export class RedisServer implements BullServer {
  readonly driver = 'redis';
  private offering: Redis | undefined;
  private connecting: Promise<unknown> | undefined;
  private offered: BullQueue | undefined;
  private readonly listening: Redis[] = [];

  constructor(
    private readonly url: string,
    private readonly timings: BullTimings,
    private readonly queueName: string,
  ) {}

  async queue(): Promise<BullQueue> {
    const client = await this.client();
    if (this.offered) return this.offered;
    const queue = new Queue<WakeUpData>(this.queueName, { connection: client });
    // What fails is told to whoever asked for it; unheard, the event would end the process.
    queue.on('error', () => undefined);
    this.offered = queue;
    return queue;
  }

  async worker(
    answer: (data: WakeUpData) => Promise<void>,
    onError: (error: Error) => void,
  ): Promise<BullWorker> {
    // A worker waits for its server as long as it takes: nobody waits for the worker.
    const client = new Redis(this.url, {
      maxRetriesPerRequest: null,
      disconnectTimeout: FAREWELL_MS,
      retryStrategy,
    });
    client.on('error', onError);
    this.listening.push(client);
    const worker = new Worker<WakeUpData>(this.queueName, ({ data }) => answer(data), {
      connection: client,
      ...workerOptions(this.timings),
    });
    worker.on('error', onError);
    return worker;
  }

  async ping(): Promise<void> {
    await (await this.client()).ping();
  }

  async close(): Promise<void> {
    await this.offered?.close().catch(() => undefined);
    for (const client of [this.offering, ...this.listening]) client?.disconnect();
  }

  /** Fails at once while the connection is broken: with ioredis' own queue a call would hang for the whole outage. */
  private async client(): Promise<Redis> {
    this.offering ??= new Redis(this.url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: CONNECT_MS,
      // Of a connection that is dead without anybody having said so: the call fails, and so does the connection, or it
      // would stay dead for every later call.
      commandTimeout: CONNECT_MS,
      socketTimeout: CONNECT_MS,
      disconnectTimeout: FAREWELL_MS,
      retryStrategy,
    }).on('error', () => undefined);
    const { status } = this.offering;
    if (status === 'connecting' || status === 'connect') await this.connected(this.offering);
    else if (status !== 'ready') throw new Error(`Redis does not answer (${status})`);
    return this.offering;
  }

  /** One wait for all who ask meanwhile. */
  private connected(client: Redis): Promise<unknown> {
    this.connecting ??= once(client, 'ready', { signal: AbortSignal.timeout(CONNECT_MS) }).finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }
}
