import type { Database } from '@bureau/platform';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';
import { count, step, tally } from '../support/tally.rows';
import { TALLIES } from '../support/tally.schema';

describeOnEachDatabase('what may not be in a batch', refusing, TALLIES);

function refusing(open: OpenDatabase): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.commit({ writes: [{ insert: 'tally', rows: [tally('a'), tally('b')] }] });
  });
  const refusal = async (batch: unknown): Promise<string> => {
    const error: unknown = await database
      .commit(batch as Parameters<Database['commit']>[0])
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'InvalidBatch' });
    expect(await count(database, 'mark')).toBe(0);
    return String(error);
  };
  const mark = (code: unknown) => ({ writes: [{ insert: 'mark', rows: [{ id: 'm', code }] }] });

  it.each([
    ['U+0000', 'a\0b'],
    ['half a surrogate pair', 'a\ud800'],
    ['undefined', undefined],
    ['cannot be stored exactly', 2 ** 53],
    ['cannot be stored exactly', Number.NaN],
    ['object', {}],
  ])('a cell with %s', async (reason, cell) => {
    expect(await refusal(mark(cell))).toContain(reason);
  });

  it('names that are no names, and names that nobody knows', async () => {
    await refusal({ writes: [{ insert: 'mark"; drop table mark; --', rows: [{ id: 'x' }] }] });
    await refusal({ writes: [{ insert: 'mark', rows: [{ 'id"': 'x' }] }] });
    await refusal({ writes: [{ insert: 'no_table', rows: [{ id: 'x' }] }] });
    await refusal({ writes: [{ insert: 'mark', rows: [{ id: 'x', no_column: 1 }] }] });
  });

  it('rows with other columns, or none', async () => {
    await refusal({ writes: [{ insert: 'mark', rows: [{ id: 'x' }, { id: 'y', code: 'y' }] }] });
    await refusal({ writes: [{ insert: 'mark', rows: [{ id: 'x', code: 'x' }, { id: 'y' }] }] });
    await refusal({ writes: [{ remove: 'tally', rows: [{}] }] });
    await refusal({ writes: [{ change: 'tally', where: {}, set: { note: 'all' } }] });
    expect(await count(database, 'tally')).toBe(2);
  });

  it('a guard that matches two rows', async () => {
    const guard = { change: 'tally', where: { revision: 0 }, set: { note: 'two' } };
    expect(await refusal({ guard, writes: [{ insert: 'mark', rows: [{ id: 'm', code: null }] }] })).toContain(
      'guard',
    );
    expect(await count(database, `tally where note = 'two'`)).toBe(0);
  });

  it('two writes that may touch one row, which would mean two things on two databases', async () => {
    await refusal({
      guard: step('a', 0),
      writes: [{ change: 'tally', where: { id: 'a' }, set: { note: 'x' } }],
    });
    await refusal({
      writes: [
        { remove: 'mark', rows: [{ id: 'm' }] },
        { insert: 'mark', rows: [{ id: 'm', code: null }] },
      ],
    });
    const onConflict = { key: ['id'], then: 'update' };
    const twice = [
      { id: 'm', code: 'x' },
      { id: 'm', code: 'y' },
    ];
    await refusal({ writes: [{ insert: 'mark', rows: twice, onConflict }] });
    const apart = await database.commit({
      guard: step('a', 0),
      writes: [{ change: 'tally', where: { id: 'b' }, set: { note: 'x' } }],
    });
    expect(apart).toEqual({ ok: true });
  });

  it('a read that writes', async () => {
    const asked = database.read(`insert into mark (id) values ('x') returning id`);
    await expect(asked).rejects.toMatchObject({ name: 'InvalidBatch' });
    await expect(database.read('select nonsense from mark')).rejects.toMatchObject({ name: 'InvalidBatch' });
  });
}
