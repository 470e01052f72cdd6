import type { Database, Remove } from '@bureau/platform';

const OTHERS = 'select token_hash from login_session where username = ? and token_hash <> ?';

/** What ends every session of the account but the one to keep, as far as they are there now. */
export async function endOthers(
  database: Database,
  username: string,
  keptTokenHash: string,
): Promise<Remove[]> {
  const rows = await database.read<{ token_hash: string }>(OTHERS, [username, keptTokenHash]);
  return rows.length > 0 ? [{ remove: 'login_session', rows: rows.map((row) => ({ ...row })) }] : [];
}
