import { BrokenWorld } from '@bureau/kernel';
import type { Database } from '../database';
import type { Cipher, Place } from './cipher';

/** A column that holds sealed texts, and the columns that tell its rows apart. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  readonly key: readonly [string, ...string[]];
}

export interface Resealed {
  readonly done: number;
  /** What could not be opened, in words; it was left as it is. */
  readonly failures: readonly string[];
}

const AT_A_TIME = 200;

type SealedRow = Readonly<Record<string, string>> & { readonly sealed_text: string };

/**
 * Seals everything anew that an earlier key has sealed, while others read and write: a text that somebody changed in
 * between is left to the next round, and none is ever half done. Interrupted, it goes on where it was.
 */
export async function resealAll(
  database: Database,
  cipher: Cipher,
  columns: readonly SealedColumn[],
): Promise<Resealed> {
  let done = 0;
  const failures: string[] = [];
  for (const column of columns) {
    const failed: string[] = [];
    for (;;) {
      const rows = await staleRows(database, cipher, column, failed.length);
      if (rows.length === 0) break;
      for (const row of rows) {
        const outcome = await resealRow(database, cipher, column, row);
        if (outcome === 'done') done += 1;
        else if (outcome !== 'changed') failed.push(outcome.why);
      }
    }
    failures.push(...failed);
  }
  return { done, failures };
}

/** How many texts each key has sealed, by its id. */
export async function textsByKey(
  database: Database,
  columns: readonly SealedColumn[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of columns) {
    const rows = await database.read<{ id: string; n: number }>(
      `SELECT SUBSTR(${column}, 4, 8) AS id, COUNT(*) AS n FROM ${table} WHERE ${column} IS NOT NULL GROUP BY SUBSTR(${column}, 4, 8)`,
    );
    for (const { id, n } of rows) counts.set(id, (counts.get(id) ?? 0) + n);
  }
  return counts;
}

/** Those that could not be opened stay in front, in the same order: they are stepped over. */
const staleRows = (
  database: Database,
  cipher: Cipher,
  { table, column, key }: SealedColumn,
  stepOver: number,
): Promise<readonly SealedRow[]> =>
  database.read<SealedRow>(
    `SELECT ${key.join(', ')}, ${column} AS sealed_text FROM ${table}
     WHERE ${column} IS NOT NULL AND ${column} NOT LIKE ? ORDER BY ${key.join(', ')} LIMIT ? OFFSET ?`,
    [`${cipher.prefix}%`, AT_A_TIME, stepOver],
  );

async function resealRow(
  database: Database,
  cipher: Cipher,
  { table, column, key }: SealedColumn,
  { sealed_text: before, ...row }: SealedRow,
): Promise<'done' | 'changed' | { readonly why: string }> {
  const place: Place = { table, column, row: key.map((name) => row[name] ?? '') };
  const anew = sealedAnew(cipher, before, place);
  if (typeof anew !== 'string') return anew;
  const guard = { change: table, where: { ...row, [column]: before }, set: { [column]: anew } };
  return (await database.commit({ guard, writes: [] })).ok ? 'done' : 'changed';
}

function sealedAnew(cipher: Cipher, before: string, place: Place): string | { readonly why: string } {
  try {
    return cipher.seal(cipher.open(before, place), place);
  } catch (error) {
    if (error instanceof BrokenWorld) return { why: error.message };
    throw error;
  }
}
