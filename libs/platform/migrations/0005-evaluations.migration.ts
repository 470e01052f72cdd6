import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer } = columns;

const evaluationAnswer = new Table({
  name: 'evaluation_answer',
  columns: [
    text('request', primaryKeyOf('evaluation_answer')),
    text('parent', primaryKeyOf('evaluation_answer')),
    text('item', primaryKeyOf('evaluation_answer')),
    integer('score'),
    integer('request_year', { isNullable: true }),
  ],
  indices: [
    new TableIndex({ name: 'ix_evaluation_answer_year', columnNames: ['request_year', 'item', 'score'] }),
  ],
});

/** What parents answered about their mediation. */
export class Evaluations1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(evaluationAnswer);
  }

  async down(): Promise<void> {
    throw new Error('This version cannot be undone: restore a backup instead.');
  }
}
