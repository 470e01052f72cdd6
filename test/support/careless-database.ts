import { setImmediate as somethingElse } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  type Cell,
  type Change,
  type CommitResult,
  Database,
  type Row,
  type Write,
  type WriteBatch,
} from '@bureau/platform';

/**
 * What a batch becomes when it is written the obvious way: statement by statement in a TypeORM transaction, with
 * something else to do between them. Wrong on purpose, to prove that the checker of batches finds what is wrong with it.
 */
export class CarelessDatabase extends Database {
  readonly dialect = 'sqlite';

  constructor(readonly dataSource: DataSource) {
    super();
  }

  async commit(batch: WriteBatch): Promise<CommitResult> {
    try {
      await this.dataSource.transaction(async (manager) => {
        const run = async (sql: string, values: Cell[]) => {
          await somethingElse();
          return manager.query<unknown[]>(sql, values);
        };
        if (batch.guard && (await change(run, batch.guard)).length !== 1) throw new Error('stale');
        for (const write of batch.writes) await perform(run, write);
      });
      return { ok: true };
    } catch (error) {
      if (String(error).includes('stale')) return { ok: false, because: 'stale' };
      if (String(error).includes('UNIQUE')) return { ok: false, because: 'taken', table: '', constraint: '' };
      throw error;
    }
  }

  async commitAll(batches: AsyncIterable<WriteBatch>): Promise<CommitResult> {
    for await (const batch of batches) await this.commit(batch);
    return { ok: true };
  }

  async read<T extends object>(sql: string, params: readonly Cell[] = []): Promise<readonly T[]> {
    return this.dataSource.query<T[]>(sql, [...params]);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }
}

type Run = (sql: string, values: Cell[]) => Promise<unknown[]>;

async function perform(run: Run, write: Write): Promise<void> {
  if ('change' in write) return void (await change(run, write));
  for (const row of write.rows) {
    const names = Object.keys(row).join();
    const marks = Object.keys(row).map(() => '?');
    const sql =
      'insert' in write
        ? `insert into ${write.insert} (${names}) values (${marks.join()})`
        : `delete from ${write.remove} where ${same(row, ' and ')}`;
    await run(sql, Object.values(row));
  }
}

const change = (run: Run, { change: table, set, where }: Change): Promise<unknown[]> =>
  run(`update ${table} set ${same(set, ', ')} where ${same(where, ' and ')} returning 1`, [
    ...Object.values(set),
    ...Object.values(where),
  ]);

const same = (row: Row, between: string): string =>
  Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(between);
