import { Logger } from '@nestjs/common';
import { type Clock, millisOf } from '@bureau/kernel';
import { messageOf } from '../database/database.errors';
import type { BullJob, BullServer, BullWorker } from './bull.server';
import { Outage } from './outage';
import { type Driver, type QueueState, type WakeUp, wakeUpKey, WakeUps } from './wake-ups.port';

const ANSWER_MS = 5_000;
const GOODBYE_MS = 2_000;

/** Wake-ups through BullMQ, for as many workers as there are. */
export class BullWakeUps extends WakeUps {
  readonly driver: Driver;
  private readonly outage: Outage;
  private readonly running = new Set<Promise<void>>();
  private worker: Promise<BullWorker> | undefined;
  private closed = false;

  constructor(
    readonly server: BullServer,
    private readonly clock: Clock,
  ) {
    super();
    this.driver = server.driver;
    this.outage = new Outage(
      new Logger('queue'),
      `this worker has lost the queue on ${server.driver}`,
      'it goes on by itself when the queue is back; until then the sweep does what is due',
    );
  }

  async offer(wakeUps: readonly WakeUp[]): Promise<void> {
    if (this.closed || wakeUps.length === 0) return;
    const now = millisOf(this.clock.now());
    const jobs = wakeUps.map((wakeUp) => jobOf(wakeUp, now));
    await within(
      ANSWER_MS,
      this.server.queue().then((queue) => queue.addBulk(jobs)),
    );
  }

  async listen(wake: (id: string) => Promise<void>): Promise<void> {
    if (this.closed) return;
    this.worker ??= this.server.worker(
      ({ id }) => {
        this.outage.isOver();
        const done = wake(id).finally(() => this.running.delete(done));
        this.running.add(done);
        return done;
      },
      (error) => this.closed || this.outage.begins(error),
    );
    try {
      await this.worker;
    } catch (error) {
      this.worker = undefined;
      throw error;
    }
  }

  async state(): Promise<QueueState> {
    try {
      await within(ANSWER_MS, this.server.ping());
      return { reachable: true };
    } catch (error) {
      return { reachable: false, why: messageOf(error) };
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const worker = await this.worker?.catch(() => undefined);
    const goodbye = worker?.close();
    await Promise.allSettled(this.running);
    // The jobs are done; a server that is gone must not keep the process from ending.
    await within(GOODBYE_MS, goodbye).catch(() => undefined);
    await within(ANSWER_MS, this.server.close()).catch(() => undefined);
  }
}

/** Tried once only: how often, and when again, stands in the outbox row, which survives the loss of the queue. */
const jobOf = (wakeUp: WakeUp, now: number): BullJob => ({
  name: 'wake-up',
  data: { id: wakeUp.id },
  opts: {
    jobId: wakeUpKey(wakeUp),
    delay: Math.max(0, wakeUp.at - now),
    attempts: 1,
    // A job that is kept would swallow every later one with its id.
    removeOnComplete: true,
    removeOnFail: true,
  },
});

async function within<T>(millis: number, work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${millis} ms`)), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
