import { setImmediate as somethingElse } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type Cell, type CommitResult, Database, type Row, type WriteBatch } from '@bureau/platform';

/**
 * What a batch becomes when it is written the obvious way: statement by statement through TypeORM, with a pause
 * between them. Wrong on purpose, to prove that the checker of batches finds what is wrong with it.
 */
export class CarelessDatabase extends Database {
  readonly dialect = 'sqlite';

  constructor(readonly dataSource: DataSource) {
    super();
  }

  async commit(batch: WriteBatch): Promise<CommitResult> {
    await this.run('BEGIN', []);
    try {
      for (const write of batch.guard ? [batch.guard, ...batch.writes] : batch.writes) {
        if ('change' in write) {
          const set = Object.keys(write.set).map((column) => `${column} = ?`);
          await this.run(`update ${write.change} set ${set.join()} where ${where(write.where)} returning 1`, [
            ...Object.values(write.set),
            ...Object.values(write.where),
          ]).then((rows) => {
            if (write === batch.guard && rows.length !== 1) throw new Error('stale');
          });
          continue;
        }
        for (const row of write.rows) {
          const marks = Object.keys(row).map(() => '?');
          const sql =
            'insert' in write
              ? `insert into ${write.insert} (${Object.keys(row).join()}) values (${marks.join()})`
              : `delete from ${write.remove} where ${where(row)}`;
          await this.run(sql, Object.values(row));
        }
      }
      await this.run('COMMIT', []);
      return { ok: true };
    } catch (error) {
      await this.run('ROLLBACK', []);
      if (String(error).includes('stale')) return { ok: false, because: 'stale' };
      if (String(error).includes('UNIQUE')) return { ok: false, because: 'taken', table: '', constraint: '' };
      throw error;
    }
  }

  async read<T extends object>(sql: string, params: readonly Cell[] = []): Promise<readonly T[]> {
    return this.dataSource.query<T[]>(sql, [...params]);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
  }

  private async run(sql: string, values: Cell[]): Promise<unknown[]> {
    await somethingElse();
    return this.dataSource.query<unknown[]>(sql, values);
  }
}

const where = (row: Row): string =>
  Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(' and ');
