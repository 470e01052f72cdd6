import type { INestApplicationContext } from '@nestjs/common';
import { Clock, millisOf } from '@bureau/kernel';
import { Database, JobHandlers, JobRunner, openWakeUps, OutboxReader, Relay } from '@bureau/platform';
import { until } from './queue.desk';
import { DeadlineDueHandler } from '../../libs/mediation/adapters/jobs/deadline-due.handler';

/** One sweep of a process that has no queue: done when the promise resolves. Answers how many deadlines have fired since. */
export async function sweepOnce(bureau: INestApplicationContext): Promise<number> {
  const database = bureau.get(Database);
  const clock = bureau.get(Clock);
  const outbox = bureau.get(OutboxReader, { strict: false });
  const handlers = new JobHandlers([['deadline.due', bureau.get(DeadlineDueHandler, { strict: false })]]);
  const runner = new JobRunner(database, outbox, handlers, clock);
  const wakeUps = openWakeUps(undefined, clock);
  const relay = new Relay({ database, outbox, runner, handlers, wakeUps, clock });
  const before = await fired(database);
  await relay.listen();
  await relay.sweep();
  // What is due is done side by side; the sweep itself does not wait for it.
  await until(async () => (await waiting(database, millisOf(clock.now()))) === 0);
  await relay.close();
  return (await fired(database)) - before;
}

async function fired(database: Database): Promise<number> {
  const [row] = await database.read<{ n: number }>(
    'SELECT COUNT(*) AS n FROM request_deadline WHERE fired_at IS NOT NULL',
  );
  return row?.n ?? 0;
}

async function waiting(database: Database, now: number): Promise<number> {
  const [row] = await database.read<{ n: number }>(
    'SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL AND available_at <= ?',
    [now],
  );
  return row?.n ?? 0;
}
