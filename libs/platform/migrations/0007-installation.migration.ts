import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text } = columns;

const installation = new Table({
  name: 'installation',
  columns: [text('id', primaryKeyOf('installation')), text('mark')],
});

/** A mark for each bureau, by which its wake-ups are told from those of another on the same queue server. */
export class Installation1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(installation);
  }

  async down(): Promise<void> {
    throw new Error('This version cannot be undone: restore a backup instead.');
  }
}
