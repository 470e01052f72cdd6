import type { INestApplicationContext } from '@nestjs/common';
import { DueJobs } from '@bureau/platform';

/** One sweep of a process that has no queue: done when the promise resolves. Answers how many deadlines it fired. */
export const sweepOnce = (bureau: INestApplicationContext): Promise<number> =>
  bureau.get(DueJobs, { strict: false }).execute();
