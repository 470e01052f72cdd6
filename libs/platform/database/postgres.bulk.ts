import type { PoolClient } from 'pg';
import { postgresUnavailable, sqlState } from './postgres.errors';
import { type CommitResult, type WriteBatch, WRITTEN } from './write-batch';
import { quoted } from './write-batch.shape';

type WriteOne = (batch: WriteBatch) => Promise<CommitResult>;

/**
 * Many batches in one transaction of this connection. A connection on which this has thrown may still be in the middle
 * of it: let go of it for good.
 */
export async function commitAllOnPostgres(
  client: PoolClient,
  batches: AsyncIterable<WriteBatch>,
  write: WriteOne,
): Promise<CommitResult> {
  const filled = new Set<string>();
  await told(client, 'begin', false);
  for await (const batch of batches) {
    const outcome = await write(batch);
    for (const one of batch.writes) if ('insert' in one && one.rows.length > 0) filled.add(one.insert);
    if (outcome.ok) continue;
    await told(client, 'rollback', false);
    return outcome;
  }
  // Only while this answer is under way can it be unknown whether everything was written.
  await told(client, 'commit', true);
  await countedAnew(client, [...filled]);
  return WRITTEN;
}

/**
 * PostgreSQL learns at once how large the tables are now; by itself it would within minutes, and search slowly until
 * then. Everything is written by now, so where this fails nothing is lost but that.
 */
async function countedAnew(client: PoolClient, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  try {
    await client.query(`analyze ${tables.map(quoted).join(', ')}`);
  } catch {
    return;
  }
}

async function told(client: PoolClient, sql: 'begin' | 'commit' | 'rollback', sent: boolean): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw postgresUnavailable(error, sent) ?? error;
  }
}

/** The broken world behind a step of a transaction that has not been committed; null when the step is to blame. */
export const unavailableMidway = (error: unknown) => postgresUnavailable(error, sqlState(error) !== '');
