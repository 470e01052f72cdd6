import { InvalidBatch } from './database.errors';
import type { Row, Write, WriteBatch } from './write-batch';

/**
 * Throws InvalidBatch when two writes of the batch could touch the same row. SQLite would run them one after the
 * other, PostgreSQL side by side on one snapshot: the same batch would mean two different things.
 * Two rows are taken for different only when a column that both name differs.
 */
export function refuseOverlap(batch: WriteBatch): void {
  const writes: readonly Write[] = batch.guard ? [batch.guard, ...batch.writes] : batch.writes;
  writes.forEach((later, index) => {
    for (const earlier of writes.slice(0, index)) {
      if (tableOf(earlier) !== tableOf(later) || bothPlainInserts(earlier, later)) continue;
      if (touched(earlier).some((a) => touched(later).some((b) => mayBeSameRow(a, b)))) {
        throw new InvalidBatch(
          `two writes of one batch may touch the same row of ${tableOf(later)}: join them into one, or name in both the key that differs`,
        );
      }
    }
  });
}

/** Throws InvalidBatch when an upsert names one key twice: PostgreSQL refuses it, SQLite would let the last one win. */
export function refuseRepeatedKeys(write: Write): void {
  if (!('insert' in write) || write.onConflict?.then !== 'update' || write.rows.length < 2) return;
  const { key } = write.onConflict;
  const keys = new Set(write.rows.map((row) => JSON.stringify(key.map((column) => row[column]))));
  if (keys.size < write.rows.length) {
    throw new InvalidBatch(`one upsert names the same ${key.join(', ')} of ${write.insert} twice`);
  }
}

const tableOf = (write: Write): string =>
  'insert' in write ? write.insert : 'remove' in write ? write.remove : write.change;

/** A key that both insert is found by the database itself and answered as 'taken'. */
const bothPlainInserts = (a: Write, b: Write): boolean =>
  'insert' in a && 'insert' in b && !a.onConflict && !b.onConflict;

function touched(write: Write): readonly Row[] {
  if ('change' in write) return [write.where];
  if ('remove' in write || !write.onConflict) return write.rows;
  const { key } = write.onConflict;
  return write.rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column] ?? null])));
}

function mayBeSameRow(a: Row, b: Row): boolean {
  for (const column in a) {
    if (column in b && a[column] !== b[column]) return false;
  }
  return true;
}
