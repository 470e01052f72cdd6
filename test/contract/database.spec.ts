import type { Database } from '@bureau/platform';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';
import { count, entry, step, tally } from '../support/tally.rows';
import { TALLIES, type TallyRow } from '../support/tally.schema';

describeOnEachDatabase('what commit promises', writing, TALLIES);

function writing(open: OpenDatabase): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    for (const table of ['mark', 'entry', 'tally']) {
      await database.commit({
        writes: [{ remove: table, rows: await database.read(`select id from ${table}`) }],
      });
    }
    await database.commit({ writes: [{ insert: 'tally', rows: [tally('a'), tally('b')] }] });
  });

  it('writes all of a batch or nothing', async () => {
    const good = await database.commit({
      guard: step('a', 0),
      writes: [
        { insert: 'entry', rows: [entry('e1', 'a', 1), entry('e2', 'a', 2)] },
        { insert: 'mark', rows: [{ id: 'm1', code: null }] },
        { change: 'tally', where: { id: 'b', note: null }, set: { note: 'changed', total: 7 } },
        { remove: 'mark', rows: [{ id: 'no such mark' }] },
      ],
    });
    expect(good).toEqual({ ok: true });
    expect(await database.read('select * from tally order by id')).toEqual([
      { id: 'a', revision: 1, total: 0, note: null },
      { id: 'b', revision: 0, total: 7, note: 'changed' },
    ]);
    const bad = database.commit({
      guard: step('a', 1),
      writes: [
        { insert: 'mark', rows: [{ id: 'm2', code: null }] },
        { insert: 'entry', rows: [entry('e3', 'no such tally', 1)] },
      ],
    });
    await expect(bad).rejects.toMatchObject({ name: 'InvalidBatch' });
    expect(await count(database, 'mark')).toBe(1);
    expect(await database.read('select revision from tally where id = ?', ['a'])).toEqual([{ revision: 1 }]);
  });

  it('answers stale and writes nothing when the row of the guard has moved on', async () => {
    await database.commit({ guard: step('a', 0), writes: [] });
    const writes = [
      { insert: 'entry', rows: [entry('e1', 'a', 1)] },
      { change: 'tally', where: { id: 'b' }, set: { note: 'changed' } },
      { remove: 'tally', rows: [{ id: 'c' }] },
    ];
    expect(await database.commit({ guard: step('a', 0), writes })).toEqual({ ok: false, because: 'stale' });
    expect(await database.commit({ guard: step('none', 0), writes })).toEqual({
      ok: false,
      because: 'stale',
    });
    expect(await count(database, 'entry')).toBe(0);
    expect(await count(database, `tally where note = 'changed'`)).toBe(0);
  });

  it('takes null in a guard for "is null"', async () => {
    const from = (note: string | null, to: string | null) =>
      database.commit({
        guard: { change: 'tally', where: { id: 'a', note }, set: { note: to } },
        writes: [],
      });
    expect(await from('x', 'y')).toEqual({ ok: false, because: 'stale' });
    expect(await from(null, 'x')).toEqual({ ok: true });
    expect(await from(null, 'y')).toEqual({ ok: false, because: 'stale' });
    expect(await from('x', null)).toEqual({ ok: true });
  });

  it('answers taken with the name of the key and writes nothing', async () => {
    await database.commit({
      writes: [
        { insert: 'entry', rows: [entry('e1', 'a', 1)] },
        { insert: 'mark', rows: [{ id: 'm1', code: 'x' }] },
      ],
    });
    const taken = (table: string, row: object) =>
      database.commit({
        guard: step('a', 0),
        writes: [
          { insert: 'tally', rows: [tally('new')] },
          { insert: table, rows: [{ ...row }] },
        ],
      });
    const no = { ok: false, because: 'taken' };
    expect(await taken('entry', entry('e1', 'a', 9))).toEqual({
      ...no,
      table: 'entry',
      constraint: 'pk_entry',
    });
    expect(await taken('entry', entry('e9', 'a', 1))).toEqual({
      ...no,
      table: 'entry',
      constraint: 'uq_entry_revision',
    });
    expect(await taken('mark', { id: 'm9', code: 'x' })).toEqual({
      ...no,
      table: 'mark',
      constraint: 'uq_mark_code',
    });
    expect(await database.read('select id, revision from tally order by id')).toEqual([
      { id: 'a', revision: 0 },
      { id: 'b', revision: 0 },
    ]);
  });

  it('updates or ignores a row whose key is there, when asked', async () => {
    const mark = (code: string, then: 'update' | 'ignore') =>
      database.commit({
        writes: [
          {
            insert: 'mark',
            rows: [
              { id: 'm', code },
              { id: code, code: null },
            ],
            onConflict: { key: ['id'], then },
          },
        ],
      });
    await mark('one', 'update');
    await mark('two', 'update');
    expect(await mark('three', 'ignore')).toEqual({ ok: true });
    expect(await database.read(`select code from mark where id = 'm'`)).toEqual([{ code: 'two' }]);
    expect(await count(database, 'mark')).toBe(4);
    const one = {
      insert: 'mark',
      rows: [{ id: 'm', code: 'four' }],
      onConflict: { key: ['id'], then: 'update' },
    } as const;
    await database.commit({ guard: step('a', 0), writes: [one] });
    expect(await database.read(`select code from mark where id = 'm'`)).toEqual([{ code: 'four' }]);
  });

  it('keeps text byte for byte and whole numbers to the last digit', async () => {
    const texts = [
      '',
      `'"\\ \n\t\r % _ ? $1 {"a":[1,null,"é"]}`,
      'Ÿß€中文 👨‍👩‍👧 \u2028 \u0001 \u007f e\u0301',
      '0012',
      'null',
    ];
    for (const [index, note] of texts.entries()) {
      await database.commit({
        writes: [
          {
            insert: 'tally',
            rows: [{ ...tally(`t${index}`), note, total: Number.MAX_SAFE_INTEGER - index }],
          },
        ],
      });
      await database.commit({
        writes: [{ change: 'tally', where: { id: 'a' }, set: { note, total: -index } }],
      });
      const rows = await database.read<TallyRow>('select * from tally where id in (?, ?) order by id', [
        'a',
        `t${index}`,
      ]);
      expect(rows.map((row) => row.note)).toEqual([note, note]);
      expect(rows.map((row) => row.total + 0)).toEqual([0 - index, Number.MAX_SAFE_INTEGER - index]);
    }
  });

  it('reads numbers as numbers and truth values as 0 or 1', async () => {
    await database.commit({ writes: [{ insert: 'entry', rows: [entry('e', 'a', 1)] }] });
    const sql = `select open, exists (select 1 from tally where note = 'what?') as none, (select count(*) from tally) as n,
      (select sum(total) from tally where id = ?) as total from entry where open = ?`;
    expect(await database.read(sql, ['a', true])).toEqual([{ open: 1, none: 0, n: 2, total: 0 }]);
    const repository = database.dataSource.getRepository<TallyRow>('tally');
    expect(await repository.findOneByOrFail({ id: 'a' })).toEqual(tally('a'));
  });

  it('keeps a number in a text column, and a condition on it, as its digits', async () => {
    const note = 5 as unknown as string;
    await database.commit({
      writes: [
        {
          insert: 'tally',
          rows: [
            { ...tally('c'), note },
            { ...tally('d'), note: 'x' },
          ],
        },
      ],
    });
    await database.commit({ writes: [{ insert: 'tally', rows: [{ ...tally('e'), note }] }] });
    await database.commit({ writes: [{ change: 'tally', where: { note }, set: { total: true } }] });
    expect(await database.read('select id, note, total from tally where note = ? order by id', [5])).toEqual([
      { id: 'c', note: '5', total: 1 },
      { id: 'e', note: '5', total: 1 },
    ]);
  });

  it('has nothing to do for an empty batch', async () => {
    expect(await database.commit({ writes: [] })).toEqual({ ok: true });
    expect(await database.commit({ writes: [{ insert: 'mark', rows: [] }] })).toEqual({ ok: true });
    expect(await database.commit({ guard: step('a', 0), writes: [{ remove: 'mark', rows: [] }] })).toEqual({
      ok: true,
    });
  });
}
