import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitResult, Database, Row, WriteBatch } from '@bureau/platform';
import type { TallyRow } from './tally.schema';

export interface Load {
  readonly batches: number;
  /** Guarded rows that the batches share among them: 1 makes all of them rivals. */
  readonly tallies: number;
  /** The batches start at random moments within this many milliseconds. */
  readonly withinMs: number;
}

interface Attempt {
  readonly id: string;
  readonly tally: string;
  readonly amount: number;
  readonly doomed: boolean;
}

/**
 * Commits the batches side by side, every second one failing at its last write, then compares what the database
 * answered with what it holds. Answers a sentence for everything lost, doubled, half written or left over; empty when
 * commit keeps its promise. Needs the tables of TALLIES, empty.
 */
export async function findBatchFaults(database: Database, load: Load): Promise<string[]> {
  const tallies = Array.from({ length: load.tallies }, (_, i) => `t${i}`);
  await insert(
    database,
    'tally',
    [...tallies, 'shared'].map((id) => ({ id, revision: 0, total: 0, note: null })),
  );
  await insert(database, 'mark', [{ id: 'there already', code: null }]);
  const attempts = Array.from({ length: load.batches }, (_, i): Attempt => ({
    id: `b${i}`,
    tally: `t${i % load.tallies}`,
    amount: 1 + (i % 9),
    doomed: i % 2 === 1,
  }));
  const results = await Promise.allSettled(
    attempts.map(async (attempt) => {
      await sleep(Math.random() * load.withinMs);
      return persist(database, attempt);
    }),
  );
  // Writes of an implementation that leaves a transaction open are undone when it closes.
  await sleep(20);
  return faults(database, attempts, results);
}

/** Tries until the guard's row holds still. */
async function persist(database: Database, attempt: Attempt): Promise<CommitResult> {
  for (;;) {
    const [row] = await database.read<TallyRow>('select * from tally where id = ?', [attempt.tally]);
    if (!row) throw new Error(`${attempt.tally} is gone`);
    const result = await database.commit(batchFor(attempt, row));
    if (result.ok || result.because !== 'stale') return result;
    await sleep(Math.random() * 5);
  }
}

function batchFor({ id, tally, amount, doomed }: Attempt, seen: TallyRow): WriteBatch {
  const revision = seen.revision + 1;
  const marks = [0, 1].map((n) => ({ id: `${id}-${n}`, code: null }));
  return {
    guard: {
      change: 'tally',
      where: { id: tally, revision: seen.revision },
      set: { revision, total: seen.total + amount },
    },
    writes: [
      { insert: 'entry', rows: [{ id, tally_id: tally, revision, body: '{}', open: true }] },
      { insert: 'mark', rows: marks },
      { change: 'tally', where: { id: 'shared' }, set: { note: id } },
      ...(doomed ? [{ insert: 'mark', rows: [{ id: 'there already', code: null }] }] : []),
    ],
  };
}

async function faults(
  database: Database,
  attempts: readonly Attempt[],
  results: readonly PromiseSettledResult<CommitResult>[],
): Promise<string[]> {
  const found: string[] = [];
  const ids = async (table: string) =>
    new Set((await database.read<{ id: string }>(`select id from ${table}`)).map(({ id }) => id));
  const entries = await ids('entry');
  const marks = await ids('mark');
  const expected = new Map<string, { revision: number; total: number }>();
  attempts.forEach(({ id, tally, amount, doomed }, index) => {
    const result = results[index];
    const ok = result?.status === 'fulfilled' && result.value.ok;
    if (result?.status === 'rejected') found.push(`${id} threw: ${String(result.reason)}`);
    if (ok === doomed)
      found.push(`${id} answered ${ok ? 'ok, but its last row was taken' : 'no without a reason'}`);
    const rows = [entries.has(id), marks.has(`${id}-0`), marks.has(`${id}-1`)];
    const written = rows.filter(Boolean).length;
    if (ok && written === 0) found.push(`${id} is lost`);
    if (!ok && written > 0) found.push(`${id} was refused, but is there`);
    if (written > 0 && written < rows.length) found.push(`${id} is half written`);
    const { revision, total } = expected.get(tally) ?? { revision: 0, total: 0 };
    expected.set(tally, ok ? { revision: revision + 1, total: total + amount } : { revision, total });
  });
  for (const row of await database.read<TallyRow>('select * from tally')) {
    const want = expected.get(row.id) ?? { revision: 0, total: 0 };
    if (row.revision !== want.revision)
      found.push(`${row.id} has revision ${row.revision}, not ${want.revision}`);
    if (row.total !== want.total) found.push(`${row.id} has total ${row.total}, not ${want.total}`);
  }
  return found;
}

async function insert(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const result = await database.commit({ writes: [{ insert: table, rows }] });
  if (!result.ok) throw new Error(`the checker needs ${table} empty`);
}
