import { writeSync } from 'node:fs';
import { CRASH_POINTS } from './crash-points.catalogue';
import { LAST_WORDS, type ProcessNews, type ProcessOrder } from './order';

const STDOUT = 1;

/** What every process of the storm does: takes its order, prepares its death, starts, says that it is at work. */
export function startsOnOrder(start: (order: ProcessOrder) => Promise<number>): void {
  process.once('message', (message) => {
    const order = message as ProcessOrder;
    if (order.doom) diesAt(order.doom);
    start(order).then(
      (port) => process.send?.({ ready: { port } } satisfies ProcessNews),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  });
  // A storm that is interrupted leaves nobody behind.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

function diesAt({ point, passage }: NonNullable<ProcessOrder['doom']>): void {
  let passages = 0;
  CRASH_POINTS[point].watch(() => {
    if (++passages !== passage) return;
    writeSync(STDOUT, `${LAST_WORDS}${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  });
}
