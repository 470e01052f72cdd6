import type { Database } from '../database';
import type { InstallationRow } from './installation.row';

/**
 * The mark of the bureau that this database is of: the same for every process on it, by whatever address it was reached,
 * and another for every other bureau.
 */
export async function markOf(database: Database): Promise<string> {
  const [row] = await database.read<Pick<InstallationRow, 'mark'>>('SELECT mark FROM installation LIMIT 1');
  if (!row) throw new Error('the table installation has lost its row: restore a backup');
  return row.mark;
}
