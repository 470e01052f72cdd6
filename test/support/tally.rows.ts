import type { Database } from '@bureau/platform';

/** Rows of TALLIES, as short as a sentence about them allows. */
export const tally = (id: string, revision = 0) => ({ id, revision, total: 0, note: null });

export const entry = (id: string, tallyId: string, revision: number) => ({
  id,
  tally_id: tallyId,
  revision,
  body: '{}',
  open: true,
});

/** The guard "the tally is still at this revision", moving it one on. */
export const step = (id: string, revision: number) => ({
  change: 'tally',
  where: { id, revision },
  set: { revision: revision + 1 },
});

export async function count(database: Database, table: string): Promise<number> {
  const rows = await database.read<{ n: number }>(`select count(*) as n from ${table}`);
  return rows[0]?.n ?? -1;
}
