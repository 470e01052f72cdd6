import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns, primaryKeyOf } from '../database';

const { text, integer, bigint } = columns;
const nullable = { isNullable: true } as const;

const tables: readonly Table[] = [
  new Table({
    name: 'mediation_request',
    columns: [
      text('number', primaryKeyOf('mediation_request')),
      integer('registered_year'),
      integer('sequence'),
      text('kind'),
      text('phase'),
      integer('is_open'),
      text('registered_on'),
      text('assignee', nullable),
      text('next_deadline', nullable),
      text('next_due_on', nullable),
      bigint('next_due_at', nullable),
      text('machine_version'),
      integer('revision'),
      text('snapshot'),
      text('audit_hash'),
    ],
    indices: [
      new TableIndex({ name: 'ix_mediation_request_year', columnNames: ['registered_year'] }),
      new TableIndex({
        name: 'ix_mediation_request_work',
        columnNames: ['is_open', 'next_due_at', 'number'],
      }),
    ],
  }),
  new Table({
    name: 'request_party',
    columns: [
      text('request', primaryKeyOf('request_party')),
      text('person', primaryKeyOf('request_party')),
      text('role'),
    ],
    indices: [new TableIndex({ name: 'ix_request_party_person', columnNames: ['person'] })],
  }),
  new Table({
    name: 'request_event',
    columns: [
      text('request', primaryKeyOf('request_event')),
      integer('position', primaryKeyOf('request_event')),
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
    name: 'request_deadline',
    columns: [
      text('request', primaryKeyOf('request_deadline')),
      text('kind', primaryKeyOf('request_deadline')),
      text('state'),
      text('due_on'),
      bigint('due_at'),
      text('met_on', nullable),
      text('detail'),
      integer('revision'),
      bigint('fired_at', nullable),
    ],
    indices: [
      new TableIndex({ name: 'ix_request_deadline_due', columnNames: ['state', 'fired_at', 'due_at'] }),
    ],
  }),
  new Table({
    name: 'booking_slot',
    columns: [
      text('mediator', primaryKeyOf('booking_slot')),
      bigint('slot', primaryKeyOf('booking_slot')),
      text('request'),
      integer('session_no'),
    ],
    indices: [new TableIndex({ name: 'ix_booking_slot_request', columnNames: ['request'] })],
  }),
  new Table({
    name: 'outbox',
    columns: [
      text('id', primaryKeyOf('outbox')),
      text('kind'),
      text('subject'),
      text('payload'),
      bigint('created_at'),
      bigint('available_at'),
      integer('attempts'),
      bigint('lease_until', nullable),
      text('last_error', nullable),
      bigint('delivered_at', nullable),
    ],
    indices: [new TableIndex({ name: 'ix_outbox_waiting', columnNames: ['delivered_at', 'available_at'] })],
  }),
  new Table({
    name: 'audit_entry',
    columns: [
      text('file', primaryKeyOf('audit_entry')),
      integer('position', primaryKeyOf('audit_entry')),
      text('at'),
      text('actor', nullable),
      text('action'),
      text('detail'),
      text('previous_hash'),
      text('hash'),
    ],
  }),
  new Table({
    name: 'idempotency_key',
    columns: [
      text('actor', primaryKeyOf('idempotency_key')),
      text('key', primaryKeyOf('idempotency_key')),
      text('body_hash'),
      text('answer'),
      bigint('created_at'),
    ],
  }),
  new Table({
    name: 'mediator',
    columns: [
      text('mediator', primaryKeyOf('mediator')),
      text('name'),
      text('profession'),
      text('languages'),
      text('gender'),
      text('stage'),
      integer('legal_aid_registered'),
      integer('max_open'),
      text('joined_on'),
    ],
  }),
  new Table({
    name: 'information_request',
    columns: [
      text('id', primaryKeyOf('information_request')),
      text('received_on'),
      integer('received_year'),
      text('asker'),
      text('channel'),
    ],
    indices: [new TableIndex({ name: 'ix_information_request_year', columnNames: ['received_year'] })],
  }),
  new Table({
    name: 'account',
    columns: [
      text('username', primaryKeyOf('account')),
      text('display_name'),
      text('password_hash'),
      text('roles'),
      text('language'),
      text('person', nullable),
      integer('is_disabled'),
      bigint('created_at'),
    ],
  }),
  new Table({
    name: 'login_session',
    columns: [
      text('token_hash', primaryKeyOf('login_session')),
      text('username'),
      bigint('created_at'),
      bigint('last_used_at'),
      bigint('expires_at'),
    ],
    indices: [new TableIndex({ name: 'ix_login_session_username', columnNames: ['username'] })],
  }),
];

/** The tables of the first version: requests with their history, deadlines, bookings, outbox, audit; pool; accounts. */
export class First1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(): Promise<void> {
    throw new Error('The first version cannot be undone: restore a backup instead.');
  }
}
