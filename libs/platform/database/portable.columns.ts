import type { TableColumnOptions } from 'typeorm';

type Options = Omit<TableColumnOptions, 'name' | 'type'>;

const column =
  (type: string) =>
  (name: string, options: Options = {}): TableColumnOptions => ({ name, type, ...options });

/**
 * The column types that mean the same on both databases. Not nullable unless said. Moments are `bigint` epoch
 * milliseconds, truth values `integer` 0 or 1, JSON is `text`: their own types differ in time zone, rounding and
 * number format between SQLite and PostgreSQL.
 */
export const columns = {
  text: column('text'),
  integer: column('integer'),
  bigint: column('bigint'),
} as const;

/**
 * What makes a column (part of) the primary key of the table, in a migration. The entity says
 * `primary: true, primaryKeyConstraintName: 'pk_<table>'`. With any other name 'taken' would speak of one key in two
 * ways.
 */
export const primaryKeyOf = (table: string) =>
  ({ isPrimary: true, primaryKeyConstraintName: `pk_${table}` }) as const;
