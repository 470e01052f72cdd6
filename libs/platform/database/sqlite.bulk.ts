import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite, { type Database as RawSqlite } from 'better-sqlite3';
import { InvalidBatch, messageOf } from './database.errors';
import { PlanCache } from './plan.cache';
import { isUniqueViolation, sqliteCode, sqliteUnavailable } from './sqlite.errors';
import { type BoundBatch, SqlitePlan } from './sqlite.plan';
import { UniqueKeys } from './sqlite.unique-keys';
import { type CommitResult, STALE, type WriteBatch, WRITTEN } from './write-batch';

const LOCK_PAUSE_MS = 10;

/**
 * Many batches in one transaction, over a connection of its own: the shared one goes on reading what was there before.
 * The file is locked for other writers from the first batch to the last, so what feeds the batches must not dawdle.
 */
export async function commitAllOnSqlite(
  file: string,
  batches: AsyncIterable<WriteBatch>,
  busyMs: number,
): Promise<CommitResult> {
  const raw = new Sqlite(file, { fileMustExist: true, timeout: 0 });
  try {
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    const plans = new PlanCache((shape) => new SqlitePlan(raw, shape));
    for await (const batch of batches) {
      if (!raw.inTransaction) await lock(raw, busyMs);
      const outcome = outcomeOf(raw, plans.planFor(batch).bind(batch));
      if (outcome !== WRITTEN) return outcome;
    }
    if (raw.inTransaction) raw.exec('commit');
    return WRITTEN;
  } catch (error) {
    const obstacle = sqliteUnavailable(error);
    // What SQLite does not understand is the batch's fault; what feeds the batches throws what it likes.
    throw obstacle ?? (sqliteCode(error) ? new InvalidBatch(messageOf(error), error) : error);
  } finally {
    if (raw.inTransaction) raw.exec('rollback');
    raw.close();
  }
}

async function lock(raw: RawSqlite, busyMs: number): Promise<void> {
  for (const until = Date.now() + busyMs; ; await sleep(LOCK_PAUSE_MS)) {
    try {
      raw.exec('begin immediate');
      return;
    } catch (error) {
      const obstacle = sqliteUnavailable(error);
      if (obstacle?.reason !== 'busy' || Date.now() >= until) throw obstacle ?? error;
    }
  }
}

function outcomeOf(raw: RawSqlite, bound: BoundBatch): CommitResult {
  try {
    const guarded = bound.plan.run(bound);
    if (guarded > 1) throw new InvalidBatch(`the guard matches ${guarded} rows: it must name a whole key`);
    return guarded === 1 ? WRITTEN : STALE;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, because: 'taken', ...new UniqueKeys(raw).violatedBy(error) };
  }
}
