import { FixedClock, instantOf } from '@bureau/kernel';
import type { Database } from '@bureau/platform';
import { MIGRATIONS } from '@bureau/platform';
import { DatabaseAccessHistory } from '../../libs/access/adapters/persistence/database-access-history';
import { DatabaseBrokenGlasses } from '../../libs/access/adapters/persistence/database-broken-glasses';
import { DatabaseWalls } from '../../libs/access/adapters/persistence/database-walls';
import { outsideEveryWall } from '../../libs/access/adapters/persistence/wall.sql';
import { BreakTheGlass } from '../../libs/access/application/wall/break-the-glass.use-case';
import type { FileName } from '../../libs/access/domain/wall/wall';
import { SilentJournal } from '../support/accounts.fakes';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';

const HERS: FileName = { kind: 'case', number: '2026-00001' };
const HIS: FileName = { kind: 'case', number: '2026-00002' };
const REQUEST: FileName = { kind: 'mediation-request', number: 'MB-2026-001' };
const NINE = instantOf('2026-03-02T09:00:00Z');

function aDesk(database: Database) {
  const clock = new FixedClock(NINE);
  const walls = new DatabaseWalls(database, clock);
  const glasses = new DatabaseBrokenGlasses(database);
  let made = 0;
  const enter = (account: string, file: FileName, capacity: 'handler' | 'deputy' | 'reader' = 'handler') =>
    walls.enter({ account, file, capacity, by: null });
  return {
    clock,
    walls,
    glasses,
    enter,
    history: new DatabaseAccessHistory(database),
    breakGlass: new BreakTheGlass(walls, glasses, new SilentJournal(), clock),
    raise: async (one: FileName, other: FileName): Promise<string> => {
      const id = `wall-${(made += 1)}`;
      const at = clock.now();
      await walls.raise({ id, basis: 'check', state: 'suspected', files: [one, other], by: 'sam', at });
      return id;
    },
  };
}

describeOnEachDatabase('a wall', suite, { entities: [], migrations: MIGRATIONS });

function suite(open: OpenDatabase): void {
  const aPlace = async () => {
    const database = await open();
    return { database, ...aDesk(database) };
  };

  it('keeps the handler of one side from the other, both ways', async () => {
    const { walls, enter, raise } = await aPlace();
    await enter('joris', HERS);
    await enter('fleur', HIS);
    await raise(HERS, HIS);
    expect(await walls.hides('joris', HIS)).toBe(true);
    expect(await walls.hides('fleur', HERS)).toBe(true);
    expect(await walls.hides('joris', HERS)).toBe(false);
    expect(await enter('joris', HIS, 'deputy')).toBe('hidden');
  });

  it('lets a newcomer to one side only, the first', async () => {
    const { enter, raise } = await aPlace();
    await raise(HERS, HIS);
    expect(await enter('sam', HIS, 'reader')).toBe('entered');
    expect(await enter('sam', HERS, 'reader')).toBe('hidden');
    expect(await enter('sam', HIS, 'deputy')).toBe('entered');
  });

  it('lets nobody to both sides at the same moment', async () => {
    const { enter, raise } = await aPlace();
    await raise(HERS, HIS);
    for (const account of ['a', 'b', 'c', 'd', 'e']) {
      const outcomes = await Promise.all([enter(account, HERS), enter(account, HIS)]);
      expect(outcomes.toSorted()).toEqual(['entered', 'hidden']);
    }
  });

  it('leaves somebody who knew both on the side they came to first', async () => {
    const { clock, walls, enter, raise } = await aPlace();
    await enter('joris', HIS);
    clock.set(instantOf('2026-03-02T10:00:00Z'));
    await enter('joris', HERS);
    await raise(HERS, HIS);
    expect([await walls.hides('joris', HIS), await walls.hides('joris', HERS)]).toEqual([false, true]);
  });

  it('outlives that somebody handles the file', async () => {
    const { walls, enter, raise } = await aPlace();
    await enter('joris', HERS);
    await walls.leave('joris', HERS, 'handler');
    await raise(HERS, HIS);
    expect(await walls.hides('joris', HIS)).toBe(true);
  });

  it('stands between a case and a mediation request as well', async () => {
    const { walls, enter, raise } = await aPlace();
    await enter('joris', HERS);
    await raise(HERS, REQUEST);
    expect(await walls.hides('joris', REQUEST)).toBe(true);
    expect(await walls.hides('anna', REQUEST)).toBe(false);
  });

  it('falls when it was no conflict after all, and then only', async () => {
    const { walls, enter, raise } = await aPlace();
    await enter('joris', HERS);
    const wall = await raise(HERS, HIS);
    const decision = { wall, by: 'petra', reason: 'two families', at: NINE };
    expect(await walls.decide({ ...decision, isConflict: true })).toBe('done');
    expect(await walls.hides('joris', HIS)).toBe(true);
    expect(await walls.decide({ ...decision, isConflict: false })).toBe('done');
    expect(await walls.hides('joris', HIS)).toBe(false);
    expect(await walls.decide({ ...decision, isConflict: false })).toBe('unknown');
  });

  it('is part of every list by one condition', async () => {
    const { database, enter, raise } = await aPlace();
    await enter('joris', HERS);
    await raise(HERS, HIS);
    const listed = async (account: string) => {
      const sql = `SELECT n FROM (SELECT '2026-00001' AS n UNION ALL SELECT '2026-00002') AS files
        WHERE ${outsideEveryWall('case', 'n')} ORDER BY n`;
      return (await database.read<{ n: string }>(sql, [account, 0])).map(({ n }) => n);
    };
    expect(await listed('joris')).toEqual(['2026-00001']);
    expect(await listed('petra')).toEqual(['2026-00001', '2026-00002']);
  });

  it('opens for an hour to whoever breaks the glass with a reason, and somebody else looks at it', async () => {
    const { clock, walls, enter, raise, breakGlass, glasses } = await aPlace();
    await enter('joris', HERS);
    await raise(HERS, HIS);
    expect(await breakGlass.execute('joris', HIS, 'because')).toEqual({
      ok: false,
      error: 'reason-too-short',
    });
    expect(await breakGlass.execute('fleur', HIS, 'a child is about to leave')).toEqual({
      ok: false,
      error: 'no-wall-here',
    });
    expect((await breakGlass.execute('joris', HIS, 'a child is about to leave')).ok).toBe(true);
    expect(await walls.hides('joris', HIS)).toBe(false);
    const [glass] = await glasses.toReview();
    if (!glass) throw new Error('nobody was told');
    const review = { id: glass.id, finding: 'rightly', at: NINE };
    expect(await glasses.review({ ...review, by: 'joris' })).toBe('own');
    expect(await glasses.review({ ...review, by: 'petra' })).toBe('done');
    expect(await glasses.toReview()).toEqual([]);
    clock.set(instantOf('2026-03-02T10:00:01Z'));
    expect(await walls.hides('joris', HIS)).toBe(true);
  });

  it('who could see a file on a day is answered', async () => {
    const { clock, walls, enter, raise, history } = await aPlace();
    await enter('joris', HERS);
    clock.set(instantOf('2026-03-09T09:00:00Z'));
    await walls.leave('joris', HERS, 'handler');
    await enter('fleur', HERS);
    await enter('fleur', HIS);
    clock.set(instantOf('2026-03-16T09:00:00Z'));
    await raise(HERS, HIS);
    const names = async (file: FileName, day: string) =>
      (await history.at(file, instantOf(`${day}T23:00:00Z`))).map(
        ({ account, capacity, walledOff }) => `${account} ${capacity}${walledOff ? ' walled off' : ''}`,
      );
    expect(await names(HERS, '2026-03-01')).toEqual([]);
    expect(await names(HERS, '2026-03-05')).toEqual(['joris handler']);
    expect(await names(HERS, '2026-03-10')).toEqual(['fleur handler']);
    expect(await names(HIS, '2026-03-10')).toEqual(['fleur handler']);
    expect(await names(HIS, '2026-03-20')).toEqual(['fleur handler walled off']);
  });
}
