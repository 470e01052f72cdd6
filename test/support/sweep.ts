import type { INestApplicationContext } from '@nestjs/common';
import { Database, DueJobs } from '@bureau/platform';

/** One sweep of a process that has no queue: done when the promise resolves. Answers how many deadlines were fired. */
export async function sweepOnce(bureau: INestApplicationContext): Promise<number> {
  const before = await fired(bureau.get(Database, { strict: false }));
  await bureau.get(DueJobs, { strict: false }).execute();
  return (await fired(bureau.get(Database, { strict: false }))) - before;
}

async function fired(database: Database): Promise<number> {
  const [row] = await database.read<{ n: number }>(
    'SELECT COUNT(*) AS n FROM request_deadline WHERE fired_at IS NOT NULL',
  );
  return row?.n ?? 0;
}
