import type { Pool } from 'pg';
import type { Database } from './database.port';

export interface PoolState {
  readonly open: number;
  readonly idle: number;
  /** Calls that wait for a connection. */
  readonly awaited: number;
}

/** How the pool of connections fares; null on SQLite, which has none. */
export function poolOf({ dialect, dataSource }: Database): PoolState | null {
  if (dialect !== 'postgres') return null;
  const { master } = dataSource.driver as unknown as { master: Pool };
  return { open: master.totalCount, idle: master.idleCount, awaited: master.waitingCount };
}
