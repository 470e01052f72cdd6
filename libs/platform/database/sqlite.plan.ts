import type { Database as RawSqlite, Statement } from 'better-sqlite3';
import type { Row, Write, WriteBatch } from './write-batch';
import { type BatchShape, type ChangeStep, conflictSql, quoted, type Step } from './write-batch.shape';
import { keysOf, stored, type StoredCell, valuesOf } from './write-batch.values';

type Values = readonly (StoredCell | bigint)[];

/** A batch with its values checked and put in the order of the placeholders. */
export interface BoundBatch {
  readonly plan: SqlitePlan;
  readonly guard: Values | null;
  /** Per write of the batch one list of values per row. */
  readonly writes: readonly (readonly Values[])[];
}

/** The prepared statements of one shape of batch. */
export class SqlitePlan {
  private readonly guard: Statement | null;
  private readonly statements: readonly (Statement | null)[];

  constructor(
    raw: RawSqlite,
    private readonly shape: BatchShape,
  ) {
    this.guard = shape.guard && raw.prepare(sqlOf(shape.guard));
    this.statements = shape.steps.map((step) => (step.kind === 'nothing' ? null : raw.prepare(sqlOf(step))));
  }

  /** Throws InvalidBatch on values that cannot be stored: before any lock is taken. */
  bind(batch: WriteBatch): BoundBatch {
    const { guard, steps } = this.shape;
    return {
      plan: this,
      guard: guard && batch.guard ? changeValues(guard, batch.guard.set, batch.guard.where) : null,
      writes: batch.writes.map((write, index) => valueLists(steps[index], write)),
    };
  }

  /** Runs inside the caller's transaction, without a pause. Answers how many rows the guard changed (1 without one). */
  run(bound: BoundBatch): number {
    const guarded = this.guard ? this.guard.run(...(bound.guard ?? [])).changes : 1;
    if (guarded !== 1) return guarded;
    for (let i = 0; i < this.statements.length; i += 1) {
      const statement = this.statements[i];
      if (!statement) continue;
      for (const values of bound.writes[i] ?? []) statement.run(...values);
    }
    return guarded;
  }
}

function valueLists(step: Step | undefined, write: Write): readonly Values[] {
  if (!step || step.kind === 'nothing') return [];
  if ('change' in write) return step.kind === 'change' ? [changeValues(step, write.set, write.where)] : [];
  if (step.kind === 'change') return [];
  const order = step.kind === 'remove' ? keysOf : valuesOf;
  return write.rows.map((row) => wholeNumbers(order(row, step.columns)));
}

const changeValues = (step: ChangeStep, set: Row, where: Row): Values =>
  wholeNumbers([...valuesOf(set, step.set), ...step.where.map((column) => stored(where[column], column))]);

/** better-sqlite3 hands over every number as a float: 5 in a text column would become '5.0', on PostgreSQL '5'. */
export const wholeNumbers = (values: readonly StoredCell[]): Values =>
  values.map((value) => (Number.isInteger(value) ? BigInt(value as number) : value));

function sqlOf(step: Exclude<Step, { kind: 'nothing' }>): string {
  const table = quoted(step.table);
  if (step.kind === 'change') {
    const set = step.set.map((column) => `${quoted(column)} = ?`).join(', ');
    const where = [...step.where.map(equals), ...step.whereNull.map((column) => `${quoted(column)} is null`)];
    return `update ${table} set ${set} where ${where.join(' and ')}`;
  }
  if (step.kind === 'remove') return `delete from ${table} where ${step.columns.map(equals).join(' and ')}`;
  const columns = step.columns.map(quoted).join(', ');
  const marks = step.columns.map(() => '?').join(', ');
  return `insert into ${table} (${columns}) values (${marks})${conflictSql(step.conflict)}`;
}

const equals = (column: string): string => `${quoted(column)} = ?`;
