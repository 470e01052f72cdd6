import type { Cell, Database } from '@bureau/platform';

const AT_ONCE = 200;

/**
 * The rows of a SELECT that ends in `IN`, for any number of values: asked for so many at a time that the text of the
 * question is always the same, and prepared once.
 */
export async function inChunks<T extends object>(
  database: Database,
  selectIn: string,
  values: readonly Cell[],
): Promise<readonly T[]> {
  const sql = `${selectIn} (${new Array(AT_ONCE).fill('?').join(', ')})`;
  const found: T[] = [];
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const some = values.slice(from, from + AT_ONCE);
    const last = some.at(-1) ?? null;
    const filled = [...some, ...new Array<Cell>(AT_ONCE - some.length).fill(last)];
    found.push(...(await database.read<T>(sql, filled)));
  }
  return found;
}
