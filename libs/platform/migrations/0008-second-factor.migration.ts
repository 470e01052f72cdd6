import { Table, TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer, bigint } = columns;

const tables: readonly Table[] = [
  new Table({
    name: 'second_factor',
    columns: [
      text('username', primaryKeyOf('second_factor')),
      text('secret'),
      integer('is_confirmed'),
      integer('last_step'),
      bigint('created_at'),
    ],
  }),
  new Table({
    name: 'recovery_code',
    columns: [
      text('username', primaryKeyOf('recovery_code')),
      text('code_hash', primaryKeyOf('recovery_code')),
      integer('is_used'),
    ],
  }),
];

/** The second factor of accounts, and which device a session is on. */
export class SecondFactor1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    await runner.addColumn('account', new TableColumn(integer('has_second_factor', { default: 0 })));
    await runner.addColumn('login_session', new TableColumn(text('device', { isNullable: true })));
  }

  async down(): Promise<void> {
    throw new Error('This version cannot be undone: restore a backup instead.');
  }
}
