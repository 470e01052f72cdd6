import { hash } from 'node:crypto';
import type { Row, Write, WriteBatch } from './write-batch';
import { type BatchShape, type ChangeStep, conflictSql, quoted, type Step } from './write-batch.shape';
import { keysOf, stored, type StoredCell, valuesOf } from './write-batch.values';

/** With a name, the server prepares it once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** The name follows from the text, so that processes behind one connection pooler cannot mean two things by it. */
export const named = (text: string): Statement => ({
  name: hash('sha1', text),
  text,
});

/**
 * One shape of batch as a single statement: the guard and every write are a common table expression each. A single
 * statement is atomic without BEGIN and COMMIT, and costs one round trip.
 */
export class PostgresPlan {
  /** Null when there is nothing to write. Answers one row `{ n }`: how many rows the guard changed. */
  readonly statement: Statement | null;

  constructor(private readonly shape: BatchShape) {
    const parts: string[] = [];
    const next = placeholders();
    // Executed first, whatever order PostgreSQL takes: each other write asks it whether there is a row.
    if (shape.guard) parts.push(`_guard as (${changeSql(shape.guard, next, '')} returning 1)`);
    const guarded = shape.guard ? 'exists (select from _guard)' : '';
    shape.steps.forEach((step, index) => {
      if (step.kind !== 'nothing') parts.push(`_w${index} as (${sqlOf(step, next, guarded)})`);
    });
    // Dividing by zero when the guard matches two rows is what undoes the statement.
    const answer = shape.guard
      ? 'select count(*)::int as n, 1 / (2 - least(count(*), 2)) as one from _guard'
      : 'select 1 as n';
    this.statement = parts.length ? named(`with ${parts.join(',\n')}\n${answer}`) : null;
  }

  /** The parameters in the order of the placeholders. Throws InvalidBatch on values that cannot be stored. */
  bind(batch: WriteBatch): StoredCell[] {
    const { guard, steps } = this.shape;
    const values: StoredCell[] = [];
    if (guard && batch.guard) pushChange(values, guard, batch.guard.set, batch.guard.where);
    batch.writes.forEach((write, index) => pushValues(values, steps[index], write));
    return values;
  }
}

function pushValues(values: StoredCell[], step: Step | undefined, write: Write): void {
  if (!step || step.kind === 'nothing') return;
  if ('change' in write) {
    if (step.kind === 'change') pushChange(values, step, write.set, write.where);
  } else if (step.kind !== 'change') {
    const order = step.kind === 'remove' ? keysOf : valuesOf;
    const [row] = write.rows;
    if (step.single && row) values.push(...order(row, step.columns));
    else values.push(jsonOf(write.rows, step.columns, order));
  }
}

function pushChange(values: StoredCell[], step: ChangeStep, set: Row, where: Row): void {
  values.push(...valuesOf(set, step.set));
  for (const column of step.where) values.push(stored(where[column], column));
}

function jsonOf(rows: readonly Row[], columns: readonly string[], order: typeof valuesOf): string {
  let truthValues = false;
  for (const row of rows) {
    order(row, columns);
    for (const column in row) truthValues ||= typeof row[column] === 'boolean';
  }
  return JSON.stringify(truthValues ? rows.map(withNumbers) : rows);
}

const withNumbers = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, typeof cell === 'boolean' ? Number(cell) : cell]),
  );

type NextPlaceholder = () => string;

function placeholders(): NextPlaceholder {
  let last = 0;
  return () => `$${(last += 1)}`;
}

function sqlOf(step: Exclude<Step, { kind: 'nothing' }>, next: NextPlaceholder, guarded: string): string {
  if (step.kind === 'change') return changeSql(step, next, guarded);
  const table = quoted(step.table);
  const value = step.single ? next : (column: string) => `x.${quoted(column)}`;
  const values = step.columns.map(value);
  // The row type of the table itself turns JSON into columns: no list of types to keep in step with migrations.
  const rows = step.single ? '' : `jsonb_populate_recordset(null::${table}, ${next()}::jsonb) as x`;
  if (step.kind === 'remove') {
    const same = step.columns.map((column, index) => `t.${quoted(column)} = ${values[index]}`);
    return `delete from ${table} as t${rows && ` using ${rows}`} where ${and([...same, guarded])}`;
  }
  const from = `${rows && ` from ${rows}`}${guarded && ` where ${guarded}`}`;
  const columns = step.columns.map(quoted).join(', ');
  return `insert into ${table} (${columns}) select ${values.join(', ')}${from}${conflictSql(step.conflict)}`;
}

function changeSql(step: ChangeStep, next: NextPlaceholder, guarded: string): string {
  const set = step.set.map((column) => `${quoted(column)} = ${next()}`).join(', ');
  const same = step.where.map((column) => `t.${quoted(column)} = ${next()}`);
  const empty = step.whereNull.map((column) => `t.${quoted(column)} is null`);
  return `update ${quoted(step.table)} as t set ${set} where ${and([...same, ...empty, guarded])}`;
}

const and = (conditions: readonly string[]): string => conditions.filter(Boolean).join(' and ');
