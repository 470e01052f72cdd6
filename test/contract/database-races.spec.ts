import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate, openDatabase } from '@bureau/platform';
import { findBatchFaults } from '../support/batch.checker';
import { CarelessDatabase } from '../support/careless-database';
import { describeOnEachDatabase, type OpenDatabase, sqlitePlace, type Testbed } from '../support/databases';
import { count, entry, step, tally } from '../support/tally.rows';
import { TALLIES } from '../support/tally.schema';

const run = promisify(execFile);
const SUPPORT = join(__dirname, '..', 'support');

describeOnEachDatabase('many at once', racing, TALLIES);

function racing(open: OpenDatabase, { place }: Testbed): void {
  it('lets exactly one of 50 rivals win each revision', async () => {
    const database = await open();
    await database.commit({ writes: [{ insert: 'tally', rows: [tally('t')] }] });
    for (let revision = 0; revision < 4; revision += 1) {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, rival) =>
          database.commit({
            guard: step('t', revision),
            writes: [{ insert: 'entry', rows: [entry(`${revision}-${rival}`, 't', revision + 1)] }],
          }),
        ),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok && result.because === 'stale')).toHaveLength(49);
    }
    expect(await count(database, 'entry')).toBe(4);
  });

  it.each([
    { batches: 200, tallies: 1, withinMs: 0 },
    { batches: 200, tallies: 1, withinMs: 200 },
    { batches: 200, tallies: 200, withinMs: 0 },
    { batches: 200, tallies: 200, withinMs: 200 },
  ])(
    'nothing lost, doubled or half written: $batches batches on $tallies rows in $withinMs ms',
    async (load) => {
      expect(await findBatchFaults(await open(), load)).toEqual([]);
    },
  );

  it('loses no write of three processes', async () => {
    const url = place();
    const database = await open({ url });
    await database.commit({ writes: [{ insert: 'tally', rows: [tally('t0')] }] });
    const hook = join(SUPPORT, 'typescript.hook.cjs');
    const writers = ['p', 'q', 'r'].map((id) =>
      run(process.execPath, ['-r', hook, join(SUPPORT, 'tally-writer.process.ts'), url, id, '60']),
    );
    expect((await Promise.all(writers)).map(({ stdout }) => stdout)).toEqual(['60', '60', '60']);
    expect(await database.read('select revision, total from tally')).toEqual([{ revision: 180, total: 180 }]);
    expect(await count(database, 'entry')).toBe(180);
  });

  it('finishes the commits under way before it closes, and says closed afterwards', async () => {
    const url = place();
    const database = await open({ url });
    const under = database.commit({ writes: [{ insert: 'tally', rows: [tally('last')] }] });
    await under;
    await database.close();
    await expect(
      database.commit({ writes: [{ insert: 'mark', rows: [{ id: 'm' }] }] }),
    ).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      reason: 'closed',
    });
    expect(await count(await open({ url }), 'tally')).toBe(1);
  });
}

// The checker would be worth nothing if it passed what is known to be wrong.
describe('the checker of batches finds what a careless implementation does', () => {
  const place = sqlitePlace();
  afterAll(() => place.remove());

  it.each([
    ['all at once', { batches: 200, tallies: 200, withinMs: 0 }],
    ['spread in time', { batches: 200, tallies: 200, withinMs: 400 }],
    ['on one row', { batches: 100, tallies: 1, withinMs: 400 }],
  ])('%s', async (_, load) => {
    const database = await openDatabase({ url: `${place.url}.${load.batches}-${load.withinMs}`, ...TALLIES });
    await migrate(database);
    const faults = await findBatchFaults(new CarelessDatabase(database.dataSource), load);
    expect(faults).toContainEqual(expect.stringMatching(/is lost|but is there|half written|has total/));
    await database.close();
  });
});
