import type { Database, WriteBatch } from '@bureau/platform';
import { describeOnEachDatabase, type OpenDatabase, type Testbed } from '../support/databases';
import { count, step, tally } from '../support/tally.rows';
import { TALLIES } from '../support/tally.schema';

describeOnEachDatabase('many batches in one transaction', bulk, TALLIES);

const adding = (...ids: string[]): WriteBatch => ({
  writes: [{ insert: 'tally', rows: ids.map((id) => tally(id)) }],
});

async function* all(...batches: readonly WriteBatch[]): AsyncGenerator<WriteBatch> {
  yield* batches;
}

function bulk(open: OpenDatabase, { place }: Testbed): void {
  let database: Database;
  beforeEach(async () => {
    database = await open();
    await database.commit(adding('known'));
  });

  it('are all written', async () => {
    expect(await database.commitAll(all(adding('a'), adding('b', 'c')))).toEqual({ ok: true });
    expect(await count(database, 'tally')).toBe(4);
  });

  it('are written by nobody when there are none', async () => {
    expect(await database.commitAll(all())).toEqual({ ok: true });
  });

  it('are none of them written when a key is taken, however late', async () => {
    const answer = await database.commitAll(all(adding('a'), adding('b'), adding('known'), adding('c')));
    expect(answer).toEqual({ ok: false, because: 'taken', table: 'tally', constraint: 'pk_tally' });
    expect(await count(database, 'tally')).toBe(1);
  });

  it('are none of them written when a guard has moved on', async () => {
    const stale = { guard: step('known', 7), writes: [] };
    expect(await database.commitAll(all(adding('a'), stale))).toEqual({ ok: false, because: 'stale' });
    expect(await count(database, 'tally')).toBe(1);
  });

  it('are none of them written when a batch can never be, or what feeds them fails', async () => {
    const impossible: WriteBatch = { writes: [{ insert: 'no_table', rows: [{ id: 'x' }] }] };
    await expect(database.commitAll(all(adding('a'), impossible))).rejects.toMatchObject({
      name: 'InvalidBatch',
    });
    async function* breaking(): AsyncGenerator<WriteBatch> {
      yield adding('a');
      throw new Error('the file is gone');
    }
    await expect(database.commitAll(breaking())).rejects.toThrow('the file is gone');
    expect(await count(database, 'tally')).toBe(1);
    expect(await database.commit(adding('after'))).toEqual({ ok: true });
  });

  it('are seen by nobody before the last, not even in the same process', async () => {
    const seen: number[] = [];
    async function* watched(): AsyncGenerator<WriteBatch> {
      for (const id of ['a', 'b', 'c']) {
        yield adding(id);
        seen.push(await count(database, 'tally'));
      }
    }
    expect(await database.commitAll(watched())).toEqual({ ok: true });
    expect(seen).toEqual([1, 1, 1]);
    expect(await count(database, 'tally')).toBe(4);
  });

  it('and a commit of somebody else meanwhile are both written', async () => {
    const url = place();
    const [mine, theirs] = [await open({ url }), await open({ url })];
    let other: Promise<unknown> = Promise.resolve();
    async function* meanwhile(): AsyncGenerator<WriteBatch> {
      yield adding('a');
      other = theirs.commit(adding('theirs'));
      yield adding('b');
    }
    expect(await mine.commitAll(meanwhile())).toEqual({ ok: true });
    expect(await other).toEqual({ ok: true });
    expect(await count(mine, 'tally')).toBe(3);
  });

  it('ask for the next batch only when the one before it was written', async () => {
    let waiting = 0;
    let most = 0;
    async function* counted(): AsyncGenerator<WriteBatch> {
      for (let i = 0; i < 50; i += 1) {
        most = Math.max(most, (waiting += 1));
        yield adding(`t${i}`);
        waiting -= 1;
      }
    }
    await database.commitAll(counted());
    expect(most).toBe(1);
  });
}
