import { channel } from 'node:diagnostics_channel';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Database as RawSqlite } from 'better-sqlite3';
import { DatabaseUnavailable, InvalidBatch, messageOf } from './database.errors';
import { isUniqueViolation, sqliteUnavailable } from './sqlite.errors';
import type { BoundBatch } from './sqlite.plan';
import { UniqueKeys } from './sqlite.unique-keys';
import { type CommitResult, STALE, WRITTEN } from './write-batch';

interface Waiting {
  readonly bound: BoundBatch;
  readonly since: number;
  readonly settle: (outcome: CommitResult | Error) => void;
}

/** Batches that share one disk flush. More would keep the event loop from its other work. */
const TOGETHER = 32;
const LONGEST_PAUSE_MS = 50;

/** Tells how many batches shared a flush; costs nothing where nobody listens. */
export const GROUP_COMMITS = channel('bureau.sqlite.group');

/**
 * Writes batches one after the other, each of them wholly or not at all, in one block without a pause: nothing else
 * can slip into the transaction of the single connection. Batches of the same turn of the event loop share one
 * transaction (each with its own savepoint), because the flush to disk at its end is what costs.
 */
export class SqliteCommitQueue {
  private readonly waiting: Waiting[] = [];
  private readonly uniqueKeys: UniqueKeys;
  private readonly sql: Readonly<
    Record<'begin' | 'commit' | 'rollback' | 'mark' | 'undo' | 'keep', () => void>
  >;
  private draining: Promise<void> | null = null;

  constructor(
    private readonly raw: RawSqlite,
    private readonly busyMs: number,
  ) {
    this.uniqueKeys = new UniqueKeys(raw);
    const prepared = (sql: string) => {
      const statement = raw.prepare(sql);
      return () => void statement.run();
    };
    this.sql = {
      begin: prepared('begin immediate'),
      commit: prepared('commit'),
      rollback: prepared('rollback'),
      mark: prepared('savepoint batch'),
      undo: prepared('rollback to batch'),
      keep: prepared('release batch'),
    };
  }

  /** Rejects with DatabaseUnavailable when the file stays locked for `busyMs`. */
  add(bound: BoundBatch): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: CommitResult | Error) =>
        outcome instanceof Error ? reject(outcome) : resolve(outcome);
      this.waiting.push({ bound, since: Date.now(), settle });
      this.draining ??= this.drain();
    });
  }

  async idle(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    let pause = 1;
    while (this.waiting.length > 0) {
      await nextTurn();
      const group = this.waiting.splice(0, TOGETHER);
      const obstacle = this.attempt(group);
      if (obstacle?.reason === 'busy') {
        this.waiting.unshift(...this.stillPatient(group, obstacle));
        // Never wait inside SQLite (`timeout: 0`): that would stop every other request of this process.
        await sleep(pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        continue;
      }
      pause = 1;
      // One batch too large for the disk must not take the others of its group along.
      if (obstacle && group.length > 1) for (const alone of group) this.settleAlone(alone);
      else if (obstacle) group[0]?.settle(obstacle);
    }
    this.draining = null;
  }

  private settleAlone(waiting: Waiting): void {
    const obstacle = this.attempt([waiting]);
    if (obstacle?.reason === 'busy') this.waiting.push(waiting);
    else if (obstacle) waiting.settle(obstacle);
  }

  private stillPatient(group: readonly Waiting[], obstacle: DatabaseUnavailable): Waiting[] {
    const patient = group.filter((waiting) => Date.now() - waiting.since < this.busyMs);
    for (const waiting of group) if (!patient.includes(waiting)) waiting.settle(obstacle);
    return patient;
  }

  /** Null when every batch of the group has its answer; otherwise nothing was written and none has. */
  private attempt(group: readonly Waiting[]): DatabaseUnavailable | null {
    try {
      const outcomes = this.transaction(group);
      outcomes.forEach((outcome, index) => group[index]?.settle(outcome));
      if (GROUP_COMMITS.hasSubscribers) GROUP_COMMITS.publish(group.length);
      return null;
    } catch (error) {
      const obstacle = sqliteUnavailable(error);
      return (
        obstacle ??
        new DatabaseUnavailable('damaged', `SQLite failed: ${messageOf(error)}`, 'nothing written', error)
      );
    }
  }

  private transaction(group: readonly Waiting[]): (CommitResult | InvalidBatch)[] {
    if (this.raw.inTransaction) {
      throw new DatabaseUnavailable(
        'busy',
        'a transaction of TypeORM is open on this connection (a migration?)',
      );
    }
    this.sql.begin();
    try {
      const alone = group.length === 1;
      const outcomes = group.map(({ bound }) => (alone ? this.outcomeOf(bound) : this.outcomeApart(bound)));
      if (alone && !isWritten(outcomes[0])) return outcomes;
      this.sql.commit();
      return outcomes;
    } finally {
      if (this.raw.inTransaction) this.sql.rollback();
    }
  }

  private outcomeApart(bound: BoundBatch): CommitResult | InvalidBatch {
    this.sql.mark();
    const outcome = this.outcomeOf(bound);
    if (!isWritten(outcome)) this.sql.undo();
    this.sql.keep();
    return outcome;
  }

  private outcomeOf(bound: BoundBatch): CommitResult | InvalidBatch {
    try {
      const guarded = bound.plan.run(bound);
      if (guarded > 1) return new InvalidBatch(`the guard matches ${guarded} rows: it must name a whole key`);
      return guarded === 1 ? WRITTEN : STALE;
    } catch (error) {
      if (sqliteUnavailable(error)) throw error;
      if (!isUniqueViolation(error)) return new InvalidBatch(messageOf(error), error);
      return { ok: false, because: 'taken', ...this.uniqueKeys.violatedBy(error) };
    }
  }
}

const isWritten = (outcome: CommitResult | InvalidBatch | undefined): boolean => outcome === WRITTEN;
