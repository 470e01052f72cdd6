import { EntitySchema, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { columns, primaryKeyOf } from '../../libs/platform/database';
import type { TestSchema } from './databases';

/** Tables in miniature of what a request is: a guarded row, its numbered history, and rows that hang on that. */
const Tally = new EntitySchema({
  name: 'tally',
  columns: {
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_tally' },
    revision: { type: 'integer' },
    total: { type: 'bigint' },
    note: { type: 'text', nullable: true },
  },
});

const Entry = new EntitySchema({
  name: 'entry',
  columns: {
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_entry' },
    tally_id: { type: 'text' },
    revision: { type: 'integer' },
    body: { type: 'text' },
    open: { type: 'integer' },
  },
  indices: [{ name: 'uq_entry_revision', columns: ['tally_id', 'revision'], unique: true }],
  foreignKeys: [
    { name: 'fk_entry_tally', target: 'tally', columnNames: ['tally_id'], referencedColumnNames: ['id'] },
  ],
});

const Mark = new EntitySchema({
  name: 'mark',
  columns: {
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_mark' },
    code: { type: 'text', nullable: true },
  },
  uniques: [{ name: 'uq_mark_code', columns: ['code'] }],
});

export class Tallies1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const id = (table: string) => columns.text('id', primaryKeyOf(table));
    await runner.createTable(
      new Table({
        name: 'tally',
        columns: [
          id('tally'),
          columns.integer('revision'),
          columns.bigint('total'),
          columns.text('note', { isNullable: true }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'entry',
        columns: [
          id('entry'),
          columns.text('tally_id'),
          columns.integer('revision'),
          columns.text('body'),
          columns.integer('open'),
        ],
        indices: [{ name: 'uq_entry_revision', columnNames: ['tally_id', 'revision'], isUnique: true }],
        foreignKeys: [
          {
            name: 'fk_entry_tally',
            columnNames: ['tally_id'],
            referencedTableName: 'tally',
            referencedColumnNames: ['id'],
          },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'mark',
        columns: [id('mark'), columns.text('code', { isNullable: true })],
        uniques: [{ name: 'uq_mark_code', columnNames: ['code'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mark', 'entry', 'tally']) await runner.dropTable(table);
  }
}

export const TALLIES: TestSchema = { entities: [Tally, Entry, Mark], migrations: [Tallies1700000000000] };

export interface TallyRow {
  readonly id: string;
  readonly revision: number;
  readonly total: number;
  readonly note: string | null;
}
