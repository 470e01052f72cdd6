import { markdownTable, writePart } from '../support/page.parts';
import { QUEUE_HEAD, queueRow } from './report';
import type { QueueResult } from './queue.bench';

/** Writes the table of the queue into docs/benchmarks.md. */
export function publishQueues(results: Readonly<Record<string, QueueResult>>): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const rows = Object.entries(results).map(([name, result]) => queueRow(name, result));
  return writePart(
    'benchmarks.md',
    'queue',
    `Written by \`npm run bench -- --only queue --publish\` on ${day}, Node ${process.versions.node}.\n\n` +
      markdownTable([QUEUE_HEAD, ...rows]),
  );
}
