import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@bureau/config';
import { Relay } from '@bureau/platform';
import { CoreModule } from '../../apps/core/core.module';

/** What the parent gives: the settings of a process that does jobs. */
export interface QueueOrder {
  readonly env: Readonly<Record<string, string>>;
}

/** What it gets back once everything that is due within a day has been offered. */
export interface QueueReady {
  /** From nothing to a process that takes wake-ups. */
  readonly startMs: number;
  /** One sweep over everything that stands open. */
  readonly sweepMs: number;
  readonly rssMb: number;
}

const MEGABYTE = 2 ** 20;

/** The program's own worker, without its doors. */
async function work({ env }: QueueOrder): Promise<void> {
  const worker = await NestFactory.createApplicationContext(
    CoreModule.forRoot(loadConfig(env), { jobs: 'works' }),
    { logger: ['warn', 'error', 'fatal'], abortOnError: false },
  );
  const startMs = performance.now();
  const relay = worker.get(Relay, { strict: false });
  // The sweep of the start comes first; the second finds all of it offered, or offers what was not.
  await relay.sweep();
  const from = performance.now();
  await relay.sweep();
  const ready: QueueReady = {
    startMs,
    sweepMs: performance.now() - from,
    rssMb: process.memoryUsage.rss() / MEGABYTE,
  };
  process.send?.(ready);
  process.on('disconnect', () => void worker.close().then(() => process.exit()));
}

process.once('message', (order) => {
  work(order as QueueOrder).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
