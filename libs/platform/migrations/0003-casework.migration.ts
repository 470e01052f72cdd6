import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer, bigint } = columns;
const nullable = { isNullable: true } as const;

const index = (table: string, name: string, columnNames: string[]): TableIndex =>
  new TableIndex({ name: `ix_${table}_${name}`, columnNames });

const tables: readonly Table[] = [
  new Table({
    name: 'case_file',
    columns: [
      text('number', primaryKeyOf('case_file')),
      text('opened_on'),
      integer('opened_year'),
      integer('opened_month'),
      text('closed_on', nullable),
      text('closing_reason', nullable),
      integer('line'),
      text('code'),
      text('caller_type'),
      text('caller_role'),
      text('handler'),
      text('deputy', nullable),
      text('taking_person', nullable),
      text('contact_seeker', nullable),
      text('from_country', nullable),
      text('to_country', nullable),
      text('children'),
      integer('child_count'),
      text('incident', nullable),
      text('conflict_with', nullable),
      text('state'),
      text('follow_up_due', nullable),
      integer('is_open'),
      integer('sequence'),
      text('machine_version'),
      integer('revision'),
      text('snapshot'),
      text('audit_hash'),
    ],
    indices: [
      index('case_file', 'year', ['opened_year', 'line', 'code']),
      index('case_file', 'handler', ['handler', 'is_open', 'number']),
      index('case_file', 'deputy', ['deputy', 'is_open', 'number']),
      index('case_file', 'line', ['line', 'is_open', 'number']),
      index('case_file', 'work', ['is_open', 'follow_up_due', 'number']),
      index('case_file', 'incident', ['incident']),
    ],
  }),
  new Table({
    name: 'case_event',
    columns: [
      text('case_number', primaryKeyOf('case_event')),
      integer('position', primaryKeyOf('case_event')),
      text('type'),
      text('at'),
      text('on_day'),
      text('actor', nullable),
      text('payload'),
      text('machine_version'),
      text('source'),
    ],
  }),
  new Table({
    name: 'case_deadline',
    columns: [
      text('case_number', primaryKeyOf('case_deadline')),
      text('kind', primaryKeyOf('case_deadline')),
      text('state'),
      text('due_on'),
      bigint('due_at'),
      text('met_on', nullable),
      text('detail'),
      integer('revision'),
      bigint('fired_at', nullable),
    ],
    indices: [index('case_deadline', 'due', ['state', 'fired_at', 'due_at'])],
  }),
  new Table({
    name: 'contact_moment',
    columns: [
      text('case_number', primaryKeyOf('contact_moment')),
      text('at', primaryKeyOf('contact_moment')),
      text('channel', primaryKeyOf('contact_moment')),
      integer('nth', primaryKeyOf('contact_moment')),
      text('on_day'),
      integer('year'),
      integer('month'),
      text('caller_type'),
      text('handler'),
      text('direction', nullable),
      integer('minutes', nullable),
      text('language', nullable),
      text('summary', nullable),
    ],
    indices: [index('contact_moment', 'year', ['year', 'channel', 'caller_type'])],
  }),
  new Table({
    name: 'case_person',
    columns: [
      text('case_number', primaryKeyOf('case_person')),
      text('key', primaryKeyOf('case_person')),
      text('role'),
      text('name'),
      text('other_names'),
      text('birth_date', nullable),
      text('phone', nullable),
      text('email', nullable),
    ],
  }),
  new Table({
    name: 'case_search',
    columns: [text('token', primaryKeyOf('case_search')), text('case_number', primaryKeyOf('case_search'))],
    indices: [index('case_search', 'case', ['case_number'])],
  }),
  new Table({
    name: 'handover',
    columns: [
      text('id', primaryKeyOf('handover')),
      text('case_number'),
      text('state'),
      text('kind'),
      text('offered_at'),
      text('offered_by'),
      text('consent_by'),
      text('consent_on'),
      text('facts'),
      text('decided_at', nullable),
      text('decided_by', nullable),
      text('reason', nullable),
      text('request', nullable),
      integer('is_waiting'),
      integer('revision'),
    ],
    indices: [
      index('handover', 'queue', ['is_waiting', 'offered_at']),
      index('handover', 'case', ['case_number']),
      index('handover', 'request', ['request']),
    ],
  }),
];

/** The advice desk: cases with their history, contact moments, people and hand-overs. */
export class Casework1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
    await runner.addColumn('information_request', new TableColumn(text('became_request', nullable)));
  }

  async down(): Promise<void> {
    throw new Error('There is no way back to an older version: restore the backup that was made before it.');
  }
}
