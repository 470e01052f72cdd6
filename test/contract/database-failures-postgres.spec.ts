import type { Pool } from 'pg';
import { type Database, DatabaseProblem, openDatabase } from '@bureau/platform';
import { cableTo } from '../support/cable';
import { wireTo } from '../fault/stage/wire';
import { describeOnPostgres, type OpenDatabase, type Testbed } from '../support/databases';
import { step, tally } from '../support/tally.rows';
import { TALLIES } from '../support/tally.schema';

describeOnPostgres('a broken world', breaking, TALLIES);

const add = (database: Database, id: string) =>
  database.commit({ writes: [{ insert: 'tally', rows: [tally(id)] }] });
const unavailable = (reason: string) => ({ name: 'DatabaseUnavailable', reason, outcome: 'nothing written' });

function breaking(open: OpenDatabase, { place }: Testbed): void {
  it('says unreachable when the server ends the connection under a commit, and works afterwards', async () => {
    const url = place();
    const [database, other] = [await open({ url }), await open({ url })];
    await add(database, 'a');
    const holder = other.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`update tally set note = 'held' where id = 'a'`);
    const broken = database.commit({ guard: step('a', 0), writes: [] });
    await waiting(other, 'pg_terminate_backend(pid)');
    await expect(broken).rejects.toMatchObject(unavailable('unreachable'));
    await holder.rollbackTransaction();
    await holder.release();
    expect(await database.commit({ guard: step('a', 0), writes: [] })).toEqual({ ok: true });
  });

  it('says that the outcome is unknown when the network breaks under a commit, and works afterwards', async () => {
    const url = place();
    const cable = await cableTo(url);
    const [database, other] = [await open({ url: cable.url }), await open({ url })];
    await add(database, 'a');
    const holder = other.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`update tally set note = 'held' where id = 'a'`);
    const broken = database.commit({ guard: step('a', 0), writes: [] }).catch((error: unknown) => error);
    await waiting(other, 'pid');
    cable.cut();
    expect(await broken).toMatchObject({ ...unavailable('unreachable'), outcome: 'unknown' });
    await holder.rollbackTransaction();
    await holder.release();
    expect(await add(database, 'b')).toEqual({ ok: true });
    await database.close();
    await cable.remove();
  });

  it('hears of a connection that the server ends in the same breath as it accepts it: unheard, it would end us', async () => {
    const database = await open();
    const { master } = database.dataSource.driver as unknown as { master: Pool };
    const listeners: number[] = [];
    // After the pool has let go of it, and before whoever asked for it has it in hand.
    master.on('acquire', (client) => queueMicrotask(() => listeners.push(client.listenerCount('error'))));
    await Promise.all(Array.from({ length: 5 }, (_, index) => add(database, `t${index}`)));
    expect(listeners.length).toBeGreaterThan(0);
    expect(Math.min(...listeners)).toBeGreaterThan(0);
  });

  it('does not wait for ever for a server that fell silent without hanging up, and works afterwards', async () => {
    const wire = await wireTo(place());
    const database = await open({ url: wire.url, busyMs: 200 });
    await add(database, 'a');
    wire.fallSilent();
    const asked = [add(database, 'b'), database.read('select * from tally')];
    const answers = await Promise.allSettled(asked);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { reason: 'unreachable' } });
    wire.mend();
    expect(await add(database, 'c')).toEqual({ ok: true });
    await database.close();
    wire.remove();
  });

  it('says busy when a row stays locked', async () => {
    const url = place();
    const [database, other] = [await open({ url, busyMs: 200 }), await open({ url })];
    await add(database, 'a');
    const holder = other.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`update tally set note = 'held' where id = 'a'`);
    await expect(database.commit({ guard: step('a', 0), writes: [] })).rejects.toMatchObject(
      unavailable('busy'),
    );
    await holder.rollbackTransaction();
    await holder.release();
    expect(await database.commit({ guard: step('a', 0), writes: [] })).toEqual({ ok: true });
  });

  it('goes on after a migration changed the columns of a prepared read', async () => {
    const database = await open();
    await add(database, 'a');
    const read = () => Promise.all([1, 2, 3].map(() => database.read('select * from tally')));
    await read();
    await database.dataSource.query('alter table tally add column later text');
    expect((await read())[0]).toEqual([{ ...tally('a'), later: null }]);
  });

  it('tells what is wrong when the server, the user or the database is not there', async () => {
    const at = async (change: (url: URL) => void): Promise<string> => {
      const url = new URL(place());
      change(url);
      const problem: unknown = await openDatabase({ url: url.href, busyMs: 1000, ...TALLIES }).catch(
        (e: unknown) => e,
      );
      expect(problem).toMatchObject({ name: 'DatabaseProblem' });
      return String(problem);
    };
    expect(await at((url) => (url.port = '1'))).toMatch(/:1 cannot be reached/);
    expect(await at((url) => (url.pathname = '/no_such_db'))).toMatch(/no such database/);
    expect(await at((url) => (url.username = 'no_such_user'))).toMatch(/does not let 'no_such_user' in/);
  });
}

/** Comes back when a guarded commit waits for a lock, having asked `what` about it. */
async function waiting(database: Database, what: string): Promise<void> {
  const sql = `select ${what} from pg_stat_activity where wait_event_type = 'Lock'
    and pid <> pg_backend_pid() and query like '%_guard%' and query like '%tally%'`;
  for (let rows: unknown[] = []; rows.length === 0;) rows = await database.dataSource.query<unknown[]>(sql);
}

describe('a PostgreSQL that nobody has started', () => {
  it('is named before anything begins, with what to change', async () => {
    // Port 1 is where nothing ever listens.
    const opening = openDatabase({
      url: 'postgres://anna:secret@127.0.0.1:1/bureau',
      entities: [],
      migrations: [],
    });
    const problem: unknown = await opening.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(DatabaseProblem);
    expect(String(problem)).toMatch(/cannot be reached/);
    expect(String(problem)).not.toMatch(/secret/);
  });
});
