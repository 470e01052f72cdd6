import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer, bigint } = columns;
const nullable = { isNullable: true } as const;

const tables: readonly Table[] = [
  new Table({
    name: 'task',
    columns: [
      text('id', primaryKeyOf('task')),
      text('subject'),
      text('kind'),
      text('stage'),
      text('deadline', nullable),
      integer('revision', nullable),
      text('for_role'),
      text('for_person', nullable),
      text('due_on', nullable),
      text('detail'),
      bigint('opened_at'),
      bigint('done_at', nullable),
      text('done_by', nullable),
      text('done_because', nullable),
    ],
    indices: [new TableIndex({ name: 'ix_task_open', columnNames: ['done_at', 'subject'] })],
  }),
  new Table({
    name: 'job_result',
    columns: [
      text('job', primaryKeyOf('job_result')),
      text('on_day', primaryKeyOf('job_result')),
      bigint('done_at'),
      text('outcome'),
      text('detail'),
    ],
  }),
  new Table({
    name: 'digest',
    columns: [
      text('username', primaryKeyOf('digest')),
      text('on_day', primaryKeyOf('digest')),
      bigint('made_at'),
      text('content'),
    ],
  }),
];

/** What firing a deadline does: tasks, digests, and the results of what is done on a schedule. */
export class Tasks1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    await runner.addColumn('account', new TableColumn(integer('is_senior', { default: 0 })));
  }

  async down(): Promise<void> {
    throw new Error('Tasks and digests cannot be undone: restore a backup instead.');
  }
}
