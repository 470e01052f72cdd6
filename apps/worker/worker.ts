import 'reflect-metadata';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Env } from '@bureau/config';
import type { Clock } from '@bureau/kernel';
import { BureauLogger } from '../core/bureau-logger';
import { WorkerModule } from './worker.module';

export interface WorkerOptions {
  readonly clock?: Clock;
}

/** Starts a worker beside the api processes; stops cleanly on SIGTERM. */
export async function work(env: Env, { clock }: WorkerOptions = {}): Promise<INestApplicationContext> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(env, clock), {
    logger: new BureauLogger(),
    abortOnError: false,
  });
  context.enableShutdownHooks(undefined, { useProcessExit: true });
  // The sweep's own timer must not keep a finished process alive; a worker is finished only when told to stop.
  setInterval(() => undefined, 2 ** 30);
  new Logger('bureau').log('The worker is at work');
  return context;
}
