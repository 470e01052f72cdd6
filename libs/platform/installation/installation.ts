import { randomBytes } from 'node:crypto';
import type { Database } from '../database';
import type { InstallationRow } from './installation.row';

const ONLY = 'this';

/**
 * The mark of the bureau that this database is of: the same for every process on it, by whatever address it was reached,
 * and another for every other bureau.
 */
export async function markOf(database: Database): Promise<string> {
  const known = await read(database);
  if (known !== null) return known;
  // Of several processes that start at once, the first one's stays.
  const row = { id: ONLY, mark: randomBytes(6).toString('hex') };
  await database.commit({
    writes: [{ insert: 'installation', rows: [row], onConflict: { key: ['id'], then: 'ignore' } }],
  });
  return (await read(database)) ?? row.mark;
}

async function read(database: Database): Promise<string | null> {
  const [row] = await database.read<Pick<InstallationRow, 'mark'>>(
    'SELECT mark FROM installation WHERE id = ?',
    [ONLY],
  );
  return row?.mark ?? null;
}
