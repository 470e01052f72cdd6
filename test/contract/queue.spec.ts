import { Logger } from '@nestjs/common';
import { DatabaseUnavailable, migrate, openDatabase } from '@bureau/platform';
import { cableTo } from '../support/cable';
import { sqlitePlace } from '../support/databases';
import { killedWhileWorking } from '../support/killed.worker';
import { BACKOFF_MS, Desk, DESK_SCHEMA, until } from '../support/queue.desk';
import { describeOnEachQueue } from '../support/queue.places';

const RESOLUTION_MS = 2;

describeOnEachQueue('jobs of the outbox', (place) => {
  let database: ReturnType<typeof sqlitePlace>;
  let desks: Desk[] = [];

  // What fails here fails on purpose.
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    database = sqlitePlace();
    const opened = await openDatabase({ url: database.url, ...DESK_SCHEMA });
    await migrate(opened);
    await opened.close();
    await place()
      .wipe()
      .catch(() => undefined);
  });
  afterEach(async () => {
    await Promise.all(desks.map((desk) => desk.close()));
    desks = [];
    await database.remove();
  });

  const open = async (queueUrl = place().url): Promise<Desk> => {
    const desk = await Desk.open(database.url, queueUrl);
    desks.push(desk);
    return desk;
  };
  const working = async (): Promise<Desk> => {
    const desk = await open();
    await desk.relay.listen();
    return desk;
  };
  const delivered = async (desk: Desk, id: string) => (await desk.row(id)).delivered_at !== null;

  it('does a job when its moment has come, not before, without anybody sweeping', async () => {
    const desk = await working();
    await desk.asks('soon', 700);
    await until(() => delivered(desk, 'soon'));
    const { available_at: due } = await desk.row('soon');
    const [at = 0, ...more] = desk.tries('soon');
    expect(at).toBeGreaterThanOrEqual(due);
    expect(at).toBeLessThan(due + 3_000);
    expect(more).toEqual([]);
    expect(await desk.total('soon')).toBe(1);
  });

  it('does no job early, whatever the queue says', async () => {
    const desk = await working();
    await desk.asks('tomorrow', 20 * 3_600_000);
    await desk.asks('now');
    await desk.wakeUps.offer([{ id: 'job-tomorrow', tries: 7, at: Date.now() }]);
    await until(() => delivered(desk, 'now'));
    await until(() => true, 200);
    expect(desk.tries('tomorrow')).toEqual([]);
    expect(await desk.row('tomorrow')).toMatchObject({ attempts: 0, delivered_at: null });
  });

  it('tries again after a failure, later each time', async () => {
    const desk = await working();
    desk.handler.before = ({ attempt }) => {
      if (attempt < 3) throw new Error(`no luck at try ${attempt}`);
    };
    await desk.asks('hard');
    await until(() => delivered(desk, 'hard'));
    const [first = 0, second = 0, third = 0, ...more] = desk.tries('hard');
    expect(second - first).toBeGreaterThanOrEqual(BACKOFF_MS - RESOLUTION_MS);
    expect(third - second).toBeGreaterThanOrEqual(2 * BACKOFF_MS - RESOLUTION_MS);
    expect(more).toEqual([]);
    expect(await desk.row('hard')).toMatchObject({ attempts: 3, last_error: null, lease_until: null });
    expect(await desk.total('hard')).toBe(1);
  });

  it('gives up after the last try, stays visible with its reason, and is still offered slowly', async () => {
    const desk = await working();
    desk.handler.before = () => {
      throw new Error('the printer is on fire');
    };
    await desk.asks('hopeless');
    await until(async () => (await desk.row('hopeless')).available_at > Date.now() + 60_000);
    expect(await desk.row('hopeless')).toMatchObject({
      attempts: 3,
      last_error: 'the printer is on fire',
      delivered_at: null,
    });
    expect((await desk.outbox.state(Date.now())).failing).toBe(1);
    desk.handler.before = () => undefined;
    await desk.database.commit({
      writes: [{ change: 'outbox', where: { id: 'job-hopeless' }, set: { available_at: Date.now() } }],
    });
    await desk.relay.sweep();
    await until(() => delivered(desk, 'hopeless'));
    expect(await desk.row('hopeless')).toMatchObject({ attempts: 4, last_error: null });
    expect((await desk.outbox.state(Date.now())).failing).toBe(0);
  });

  it('does not give up for a database that was away, however often', async () => {
    const desk = await working();
    let times = 0;
    desk.handler.before = () => {
      if (++times <= 5) throw new DatabaseUnavailable('unreachable', 'PostgreSQL does not answer');
    };
    await desk.asks('patient');
    await until(() => delivered(desk, 'patient'));
    expect(await desk.row('patient')).toMatchObject({ attempts: 6, last_error: null });
  });

  it('writes off a wake-up that is no longer true', async () => {
    const desk = await working();
    await desk.asks('moved', 300);
    await desk.database.commit({
      writes: [{ change: 'tally', where: { id: 'moved' }, set: { revision: 1 } }],
    });
    await until(() => delivered(desk, 'moved'));
    expect(await desk.total('moved')).toBe(0);
  });

  it('does once what was offered five times', async () => {
    const desk = await open();
    await desk.asks('often', 300);
    for (let times = 0; times < 5; times++) await desk.relay.sweep();
    await desk.relay.listen();
    await until(() => delivered(desk, 'often'));
    await desk.relay.sweep();
    expect(desk.tries('often')).toHaveLength(1);
    expect(await desk.total('often')).toBe(1);
  });

  it('loses nothing when the whole queue is wiped: the next sweep brings it back', async () => {
    const first = await open();
    for (const id of ['a', 'b', 'c']) await first.asks(id, 400);
    await first.relay.sweep();
    await first.close();
    desks = [];
    await place().wipe();
    const desk = await working();
    await desk.relay.sweep();
    for (const id of ['a', 'b', 'c']) await until(() => delivered(desk, id));
    for (const id of ['a', 'b', 'c']) expect(await desk.total(id)).toBe(1);
  });

  it('lets two workers share the work, each job done by one of them', async () => {
    const [one, two] = [await working(), await working()];
    const ids = Array.from({ length: 40 }, (_, index) => `t${index}`);
    await Promise.all(ids.map((id) => one.asks(id, 200)));
    await Promise.all([one.relay.sweep(), two.relay.sweep()]);
    for (const id of ids) await until(() => delivered(one, id));
    const tries = ids.map((id) => one.tries(id).length + two.tries(id).length);
    expect(tries).toEqual(ids.map(() => 1));
    expect(await Promise.all(ids.map((id) => one.total(id)))).toEqual(ids.map(() => 1));
  });

  it('told to stop in the midst of a job, ends it first and begins no other', async () => {
    const desk = await working();
    let taken: () => void = () => undefined;
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    desk.handler.before = async () => {
      taken();
      await new Promise((resolve) => setTimeout(resolve, 400));
    };
    await desk.asks('in-hand');
    await isTaken;
    const leaving = desk.relay.close();
    await desk.asks('too-late');
    await leaving;
    expect(await delivered(desk, 'in-hand')).toBe(true);
    expect(await desk.row('too-late')).toMatchObject({ attempts: 0, delivered_at: null });
  });

  it('takes over what a worker had in hand when it was killed', async () => {
    const desk = await open();
    await desk.asks('orphan');
    await killedWhileWorking(database.url, place().url);
    expect(await desk.row('orphan')).toMatchObject({ attempts: 1, delivered_at: null });
    await desk.relay.listen();
    await until(async () => {
      await desk.relay.sweep();
      return delivered(desk, 'orphan');
    }, 200);
    expect((await desk.row('orphan')).attempts).toBe(2);
    expect(await desk.total('orphan')).toBe(1);
  }, 20_000);

  it('never fails or holds up whoever commits while the queue is away, and then does without it', async () => {
    const { url } = place();
    const cable = url ? await cableTo(url) : null;
    const desk = await open(cable?.url);
    await desk.relay.listen();
    await desk.asks('before');
    await until(() => delivered(desk, 'before'));
    cable?.down();
    const began = Date.now();
    await desk.asks('during');
    expect(Date.now() - began).toBeLessThan(500);
    await desk.relay.sweep();
    await until(() => delivered(desk, 'during'));
    expect((await desk.wakeUps.state()).reachable).toBe(!cable);
    cable?.up();
    await until(async () => (await desk.wakeUps.state()).reachable);
    await desk.asks('after');
    await until(async () => {
      await desk.relay.sweep();
      return delivered(desk, 'after');
    }, 200);
    for (const id of ['before', 'during', 'after']) expect(await desk.total(id)).toBe(1);
    await desk.close();
    desks = [];
    await cable?.remove();
  }, 30_000);
});
