import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer, bigint } = columns;
const nullable = { isNullable: true } as const;

const index = (table: string, name: string, columnNames: string[]): TableIndex =>
  new TableIndex({ name: `ix_${table}_${name}`, columnNames });

const tables: readonly Table[] = [
  new Table({
    name: 'person_key',
    columns: [
      text('key', primaryKeyOf('person_key')),
      text('file_kind', primaryKeyOf('person_key')),
      text('file_number', primaryKeyOf('person_key')),
      text('person', primaryKeyOf('person_key')),
    ],
    indices: [index('person_key', 'file', ['file_kind', 'file_number'])],
  }),
  new Table({
    name: 'family_member',
    columns: [
      text('file_kind', primaryKeyOf('family_member')),
      text('file_number', primaryKeyOf('family_member')),
      text('person', primaryKeyOf('family_member')),
      text('role'),
      integer('is_client'),
      text('name', nullable),
      text('other_names'),
      text('birth_date', nullable),
      text('phone', nullable),
      text('email', nullable),
    ],
  }),
  new Table({
    name: 'conflict_check',
    columns: [
      text('id', primaryKeyOf('conflict_check')),
      text('file_kind'),
      text('file_number', nullable),
      text('checked_at'),
      text('checked_by'),
      text('policy_version'),
      text('outcome'),
      text('candidates'),
      integer('is_open'),
      text('decision', nullable),
      text('decided_at', nullable),
      text('decided_by', nullable),
      text('reason', nullable),
    ],
    indices: [
      index('conflict_check', 'open', ['is_open', 'checked_at']),
      index('conflict_check', 'file', ['file_kind', 'file_number']),
    ],
  }),
  new Table({
    name: 'conflict_group',
    columns: [
      text('id', primaryKeyOf('conflict_group')),
      text('state'),
      text('basis'),
      text('since'),
      text('raised_by', nullable),
      text('lifted_at', nullable),
      text('lifted_by', nullable),
      text('lift_reason', nullable),
      integer('is_up'),
    ],
  }),
  new Table({
    name: 'conflict_side',
    columns: [
      text('group_id', primaryKeyOf('conflict_side')),
      text('file_kind', primaryKeyOf('conflict_side')),
      text('file_number', primaryKeyOf('conflict_side')),
      text('side'),
    ],
    indices: [index('conflict_side', 'file', ['file_kind', 'file_number'])],
  }),
  new Table({
    name: 'conflict_member',
    columns: [
      text('group_id', primaryKeyOf('conflict_member')),
      text('account', primaryKeyOf('conflict_member')),
      text('side'),
      text('since'),
    ],
    indices: [index('conflict_member', 'account', ['account'])],
  }),
  new Table({
    name: 'file_access',
    columns: [
      text('file_kind', primaryKeyOf('file_access')),
      text('file_number', primaryKeyOf('file_access')),
      text('account', primaryKeyOf('file_access')),
      text('capacity', primaryKeyOf('file_access')),
      bigint('since', primaryKeyOf('file_access')),
      bigint('until', nullable),
      text('given_by', nullable),
    ],
    indices: [index('file_access', 'account', ['account', 'until'])],
  }),
  new Table({
    name: 'break_glass',
    columns: [
      text('id', primaryKeyOf('break_glass')),
      text('file_kind'),
      text('file_number'),
      text('account'),
      text('reason'),
      bigint('since'),
      bigint('until'),
      integer('is_to_review'),
      text('reviewed_at', nullable),
      text('reviewed_by', nullable),
      text('review', nullable),
    ],
    indices: [
      index('break_glass', 'file', ['file_kind', 'file_number']),
      index('break_glass', 'review', ['is_to_review', 'since']),
    ],
  }),
];

/** Conflict checks, ethical walls, and who had access to which file when. */
export class Walls1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back to an older version: restore the backup that was made before it.');
  }
}
