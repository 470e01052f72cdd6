import { setImmediate as somethingElse } from 'node:timers/promises';
import {
  type Cell,
  type Change,
  type CommitResult,
  type Database,
  DatabaseLayer,
  DatabaseUnavailable,
  type Insert,
  type Row,
  type Write,
  type WriteBatch,
} from '@bureau/platform';

/** How a commit goes wrong once: the words stand in the payload of the event that it writes. */
export const MISHAPS = ['fails before', 'fails midway', 'fails after'] as const;
export type Mishap = (typeof MISHAPS)[number];

/** A row that no table takes: what stands before it in the batch has been written by then, the rest has not. */
const POISON: Insert = { insert: 'request_party', rows: [{ request: null, person: 'nobody', role: 'none' }] };

/** A database that fails the first commit of every event whose payload asks for it, at the moment that it asks for. */
export class FailingDatabase extends DatabaseLayer {
  constructor(
    inner: Database,
    /** What has failed already, here or in another process. */
    private readonly done = new Set<string>(),
  ) {
    super(inner);
  }

  override async commit(batch: WriteBatch): Promise<CommitResult> {
    const payload = payloadOf(batch);
    const mishap = MISHAPS.find((words) => payload.includes(words));
    if (!mishap || this.done.has(payload)) return this.inner.commit(batch);
    if (mishap !== 'fails after') this.done.add(payload);
    if (mishap === 'fails before') throw new DatabaseUnavailable('full', 'no room left');
    const poisoned =
      mishap === 'fails midway' ? { ...batch, writes: batch.writes.toSpliced(1, 0, POISON) } : batch;
    const result = await this.inner.commit(poisoned);
    // Somebody else was first, so it has not come to the moment of failing yet.
    if (!result.ok) {
      this.done.delete(payload);
      return result;
    }
    this.done.add(payload);
    throw new DatabaseUnavailable('unreachable', 'the line broke under the answer', 'unknown');
  }
}

const payloadOf = ({ writes }: WriteBatch): string =>
  writes
    .flatMap((write) => ('insert' in write && write.insert === 'request_event' ? write.rows : []))
    .map(({ payload }) => String(payload))
    .join();

/**
 * Writes a batch the obvious way: statement by statement over the one connection that everybody shares, without a
 * transaction, a guard or a look at who was first. Wrong on purpose, to prove that the checker of requests finds it.
 */
export class GuardlessDatabase extends DatabaseLayer {
  override async commit({ guard, writes }: WriteBatch): Promise<CommitResult> {
    if (guard) {
      const { revision: _, audit_hash: __, ...where } = guard.where;
      await this.perform({ ...guard, where });
    }
    for (const write of writes) await this.perform(write);
    return { ok: true };
  }

  private async perform(write: Write): Promise<void> {
    const statements =
      'change' in write ? [changing(write)] : write.rows.map((row) => statementFor(write, row));
    for (const [sql, values] of statements) {
      await somethingElse();
      await this.dataSource.query(sql, values);
    }
  }
}

type Statement = readonly [sql: string, values: Cell[]];

const changing = ({ change, set, where }: Change): Statement => [
  `update ${change} set ${pairs(set, ', ')} where ${pairs(where, ' and ')}`,
  [...cells(set), ...cells(where)],
];

function statementFor(write: Exclude<Write, Change>, row: Row): Statement {
  if ('remove' in write) return [`delete from ${write.remove} where ${pairs(row, ' and ')}`, cells(row)];
  const marks = Object.keys(row).map(() => '?');
  return [
    `insert or replace into ${write.insert} (${Object.keys(row).join()}) values (${marks.join()})`,
    cells(row),
  ];
}

const pairs = (row: Row, between: string): string =>
  Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(between);
const cells = (row: Row): Cell[] =>
  Object.values(row).map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell));
