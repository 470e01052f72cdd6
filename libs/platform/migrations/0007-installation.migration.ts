import { randomBytes } from 'node:crypto';
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, bigint } = columns;

const installation = new Table({
  name: 'installation',
  columns: [text('mark', primaryKeyOf('installation')), bigint('made_at')],
});

/** A mark for each bureau, by which its wake-ups are told from those of another on the same queue server. */
export class Installation1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(installation);
    const mark = randomBytes(6).toString('hex');
    await runner.query(`INSERT INTO installation (mark, made_at) VALUES ('${mark}', ${Date.now()})`);
  }

  async down(): Promise<void> {
    throw new Error('This version cannot be undone: restore a backup instead.');
  }
}
