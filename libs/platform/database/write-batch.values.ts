import { InvalidBatch } from './database.errors';
import type { Cell, Row } from './write-batch';

export type StoredCell = string | number | null;

/** ES2024, in Node since 20; the `lib` of the compiler is one year older. */
interface WellFormedText {
  isWellFormed(): boolean;
}

/**
 * The cell as both databases keep it, byte for byte. Throws InvalidBatch for what one of them would refuse, round or
 * cut off: U+0000, half a surrogate pair, whole numbers beyond 2^53, NaN, undefined.
 */
export function stored(cell: Cell | undefined, column: string): StoredCell {
  switch (typeof cell) {
    case 'string':
      if (cell.includes('\0')) throw new InvalidBatch(`${column}: text with U+0000 cannot be stored`);
      if (!(cell as unknown as WellFormedText).isWellFormed()) {
        throw new InvalidBatch(`${column}: text with half a surrogate pair cannot be stored`);
      }
      return cell;
    case 'number':
      if (!Number.isFinite(cell) || (Number.isInteger(cell) && !Number.isSafeInteger(cell))) {
        throw new InvalidBatch(`${column}: the number ${cell} cannot be stored exactly`);
      }
      return cell;
    case 'boolean':
      return cell ? 1 : 0;
    default:
      if (cell === null) return null;
      throw new InvalidBatch(`${column}: ${typeof cell} cannot be stored`);
  }
}

/** The values of the columns, in their order. Throws InvalidBatch when the row has other columns than these. */
export function valuesOf(row: Row, columns: readonly string[]): StoredCell[] {
  const values: StoredCell[] = new Array(columns.length);
  if (Object.keys(row).length !== columns.length) throw otherColumns(row, columns);
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i] as string;
    values[i] = stored(row[column], column);
  }
  return values;
}

/** As valuesOf, for rows that name the rows to delete: null is refused, for it would match nothing. */
export function keysOf(row: Row, columns: readonly string[]): StoredCell[] {
  const values = valuesOf(row, columns);
  if (values.includes(null)) throw new InvalidBatch(`a Remove cannot ask for null (${columns.join(', ')})`);
  return values;
}

const otherColumns = (row: Row, columns: readonly string[]): InvalidBatch =>
  new InvalidBatch(
    `rows of one write must have the same columns: ${Object.keys(row)} beside ${columns.join()}`,
  );
