import { InvalidBatch } from './database.errors';
import type { Change, Insert, Remove, Row, Write, WriteBatch } from './write-batch';

/** What of a write ends up in SQL text; the values stay behind. */
export type Step =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'insert';
      readonly table: string;
      readonly columns: readonly string[];
      /** Exactly one row: PostgreSQL takes its values as they are. */
      readonly single: boolean;
      readonly conflict?: { readonly key: readonly string[]; readonly set: readonly string[] };
    }
  | {
      readonly kind: 'remove';
      readonly table: string;
      readonly columns: readonly string[];
      readonly single: boolean;
    }
  | {
      readonly kind: 'change';
      readonly table: string;
      readonly set: readonly string[];
      readonly where: readonly string[];
      readonly whereNull: readonly string[];
    };

export type ChangeStep = Extract<Step, { kind: 'change' }>;

export interface BatchShape {
  readonly guard: ChangeStep | null;
  readonly steps: readonly Step[];
  /** Some table is written more than once: the rows must be compared before each commit. */
  readonly revisitsTable: boolean;
}

const NAME = /^[a-z][a-z_0-9]*$/;

/** The name in quotes. Throws InvalidBatch for anything but lower case words: names are spliced into SQL. */
export function quoted(name: string): string {
  if (!NAME.test(name)) throw new InvalidBatch(`'${name}' is not a name of a table or column ([a-z_0-9])`);
  return `"${name}"`;
}

/** Equal for batches that differ in values, or in how many rows beyond one, only: SQL is built once per key. */
export function shapeKey(batch: WriteBatch): string {
  let key = batch.guard ? changeKey(batch.guard) : '';
  for (const write of batch.writes) key += `;${writeKey(write)}`;
  return key;
}

function writeKey(write: Write): string {
  if ('change' in write) return changeKey(write);
  const first = write.rows[0];
  if (!first) return '';
  const many = write.rows.length > 1 ? '*' : '';
  if ('remove' in write) return `-${many}${write.remove}(${namesOf(first)}`;
  const conflict = write.onConflict;
  return `+${many}${write.insert}(${namesOf(first)}${conflict ? `)${conflict.then}(${conflict.key.join()}` : ''}`;
}

const changeKey = (change: Change): string => {
  let key = `=${change.change}(${namesOf(change.set)})`;
  for (const column in change.where) key += change.where[column] === null ? `!${column},` : `${column},`;
  return key;
};

function namesOf(row: Row): string {
  let names = '';
  for (const column in row) names += `${column},`;
  return names;
}

/** The shape behind a key. Throws InvalidBatch on names that are no names, and on writes without columns. */
export function shapeOf(batch: WriteBatch): BatchShape {
  const guard = batch.guard ? changeStep(batch.guard) : null;
  const steps = batch.writes.map(stepOf);
  const tables = [guard, ...steps].flatMap((step) => (step && step.kind !== 'nothing' ? [step.table] : []));
  return { guard, steps, revisitsTable: new Set(tables).size < tables.length };
}

function stepOf(write: Write): Step {
  if ('change' in write) return changeStep(write);
  const first = write.rows[0];
  if (!first) return { kind: 'nothing' };
  const table = tableOf(write);
  const columns = namedColumns(first);
  const single = write.rows.length === 1;
  if ('remove' in write) return { kind: 'remove', table, columns, single };
  const { onConflict } = write;
  if (!onConflict) return { kind: 'insert', table, columns, single };
  onConflict.key.forEach(quoted);
  const missing = onConflict.key.find((column) => !columns.includes(column));
  if (missing)
    throw new InvalidBatch(`${write.insert}: the conflict key '${missing}' is not among its columns`);
  const set =
    onConflict.then === 'update' ? columns.filter((column) => !onConflict.key.includes(column)) : [];
  return { kind: 'insert', table, columns, single, conflict: { key: onConflict.key, set } };
}

function changeStep(change: Change): ChangeStep {
  const where = namedColumns(change.where);
  return {
    kind: 'change',
    table: tableOf(change),
    set: namedColumns(change.set),
    where: where.filter((column) => change.where[column] !== null),
    whereNull: where.filter((column) => change.where[column] === null),
  };
}

function tableOf(write: Insert | Remove | Change): string {
  const table = 'insert' in write ? write.insert : 'remove' in write ? write.remove : write.change;
  quoted(table);
  return table;
}

function namedColumns(row: Row): string[] {
  const columns = Object.keys(row);
  // Without this a Remove or Change with {} would mean "every row".
  if (columns.length === 0) throw new InvalidBatch('a write must name at least one column');
  columns.forEach(quoted);
  return columns;
}

/** What follows an insert; the same words on both databases. */
export function conflictSql(conflict: Extract<Step, { kind: 'insert' }>['conflict']): string {
  if (!conflict) return '';
  const set = conflict.set.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  return ` on conflict (${conflict.key.map(quoted).join(', ')}) do ${set ? `update set ${set}` : 'nothing'}`;
}
