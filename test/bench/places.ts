import { postgresPlace, sqlitePlace, type Place } from '../support/databases';
import { reachablePostgres } from '../support/postgres.probe';
import { start } from './child';
import type { FarOrder } from './far.process';
import type { BareDriver } from './hand-written';
import { barePostgres } from './hand-written.postgres';
import { bareSqlite } from './hand-written.sqlite';

/** A database to measure on: new empty places in it, and its driver without the product. */
export interface Ground {
  readonly name: string;
  /** What the use case must reach beside a hand-written transaction. On PostgreSQL fewer round trips can beat it. */
  readonly advanceGoal: number;
  readonly place: () => Place;
  readonly bare: (url: string) => BareDriver;
}

const SQLITE: Ground = {
  name: 'SQLite',
  advanceGoal: 0.5,
  place: sqlitePlace,
  bare: (url) => bareSqlite(url.replace(/^sqlite:/, '')),
};

const postgres = (name: string, place: Ground['place']): Ground => ({
  name,
  advanceGoal: 1,
  place,
  bare: barePostgres,
});

const FAR_MILLIS = 1;

export interface Grounds {
  /** SQLite always; PostgreSQL when one answers. */
  readonly near: readonly Ground[];
  /** The same PostgreSQL as if it stood in another rack, which is where a server usually stands. */
  readonly far: readonly Ground[];
  close(): Promise<void>;
}

export async function openGrounds(): Promise<Grounds> {
  const server = reachablePostgres();
  if (!server) return { near: [SQLITE], far: [], close: async () => undefined };
  const { hostname, port } = new URL(server);
  const order: FarOrder = { host: hostname, port: Number(port || 5432), millis: FAR_MILLIS };
  const cable = await start<FarOrder, { readonly port: number }>('far.process.ts', order);
  const farPlace = (): Place => {
    const { url, remove } = postgresPlace(server);
    const far = new URL(url);
    far.hostname = '127.0.0.1';
    far.port = String(cable.ready.port);
    return { url: far.href, remove };
  };
  return {
    near: [SQLITE, postgres('PostgreSQL', () => postgresPlace(server))],
    far: [postgres(`PostgreSQL ${FAR_MILLIS} ms away`, farPlace)],
    close: cable.stop,
  };
}
