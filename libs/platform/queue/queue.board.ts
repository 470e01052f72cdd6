import { Injectable } from '@nestjs/common';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Queue } from 'bullmq';
import type { RequestHandler } from 'express';
import { WakeUps } from './wake-ups.port';

/** The queue's side of the jobs, to look at only: what is done, and when again, stands in the outbox. */
@Injectable()
export class QueueBoard {
  private pages: RequestHandler | undefined;

  constructor(private readonly wakeUps: WakeUps) {}

  /** Its pages below `basePath`; null where the process is its own queue. Rejects when the queue is away. */
  async at(basePath: string): Promise<RequestHandler | null> {
    const { server } = this.wakeUps;
    if (!server) return null;
    const queue = (await server.queue()) as Queue;
    this.pages ??= pagesOf(queue, basePath);
    return this.pages;
  }
}

function pagesOf(queue: Queue, basePath: string): RequestHandler {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode: true })],
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Bureau', hideRedisDetails: true } },
  });
  return serverAdapter.getRouter() as RequestHandler;
}
