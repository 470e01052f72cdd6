import type { INestApplicationContext } from '@nestjs/common';
import { FixedClock, instantOf } from '@bureau/kernel';
import { RegisterRequest, VerifyRequests } from '@bureau/mediation';
import { type Cell, Database, type Row } from '@bureau/platform';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { linesOf2025, replayText } from '../support/replay.bench';
import { aNikoRegistration } from '../support/request.builder';
import { SeededChance } from '../support/seeded.chance';
import { sweepOnce } from '../support/sweep';

const PLACES = 30;

interface Kept {
  /** The column that says which request the row belongs to. */
  readonly request: string;
  readonly key: readonly string[];
}

const KEPT: Readonly<Record<string, Kept>> = {
  mediation_request: { request: 'number', key: ['number'] },
  request_event: { request: 'request', key: ['request', 'position'] },
  audit_entry: { request: 'file', key: ['file', 'position'] },
  request_deadline: { request: 'request', key: ['request', 'kind'] },
};

/** Every stored word that must not change behind the bureau's back. */
const WATCHED: readonly (readonly [table: string, column: string])[] = [
  ['mediation_request', 'snapshot'],
  ['mediation_request', 'revision'],
  ['mediation_request', 'audit_hash'],
  ['request_event', 'payload'],
  ['request_event', 'type'],
  ['request_event', 'at'],
  ['request_event', 'on_day'],
  ['request_event', 'actor'],
  ['audit_entry', 'at'],
  ['audit_entry', 'actor'],
  ['audit_entry', 'action'],
  ['audit_entry', 'detail'],
  ['audit_entry', 'previous_hash'],
  ['audit_entry', 'hash'],
  ['request_deadline', 'detail'],
  ['request_deadline', 'state'],
  ['request_deadline', 'due_on'],
  ['request_deadline', 'due_at'],
  ['request_deadline', 'met_on'],
  ['request_deadline', 'revision'],
];

/** One of each table: enough where only the reading differs. */
const ONE_OF_EACH = WATCHED.filter(
  ([table], index) => WATCHED.findIndex(([other]) => other === table) === index,
);

/** The same value with one character, or the last digit, another. */
function altered(value: Cell, chance: SeededChance): Cell {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  const at = chance.below(text.length);
  return text.slice(0, at) + (text[at] === '7' ? '4' : '7') + text.slice(at + 1);
}

describeBureau('verify finds what was changed behind the back of the bureau', suite);

function suite({ open, place, dialect }: Bureaus): void {
  const clock = new FixedClock(instantOf('2026-03-02T11:00:00Z'));
  let bureau: INestApplicationContext;
  let database: Database;
  beforeAll(async () => {
    bureau = await open(place(), { clock });
    database = bureau.get(Database);
    const lines = linesOf2025().map((line) => line.replace('{', '{"actor":"anna",'));
    await replayText(bureau, `${lines.join('\n')}\n`);
  }, 60_000);

  const named = async (): Promise<string[]> => {
    const { failures } = await bureau.get(VerifyRequests).execute();
    return [...new Set(failures.map(({ request }) => request))].sort();
  };
  const change = async (table: string, row: Row, set: Row): Promise<void> => {
    const where = Object.fromEntries((KEPT[table]?.key ?? []).map((column) => [column, row[column] ?? null]));
    expect(await database.commit({ writes: [{ change: table, where, set }] })).toEqual({ ok: true });
  };
  const remove = async (table: string, row: Row): Promise<void> => {
    const key = Object.fromEntries(
      (KEPT[table]?.key ?? ['id']).map((column) => [column, row[column] ?? null]),
    );
    expect(await database.commit({ writes: [{ remove: table, rows: [key] }] })).toEqual({ ok: true });
  };
  /** One row of each of so many requests. */
  const sample = async (table: string, column: string, chance: SeededChance): Promise<Row[]> => {
    const { request = '', key = [] } = KEPT[table] ?? {};
    const rows = await database.read<Row>(
      `select * from ${table} where ${column} is not null and ${request} like 'MB-2025-%' order by ${key.join()}`,
    );
    const byRequest = new Map<Cell, Row[]>();
    for (const row of rows) {
      const number = row[request] ?? '';
      byRequest.set(number, [...(byRequest.get(number) ?? []), row]);
    }
    return [...byRequest.values()].slice(0, PLACES).map((list) => chance.among(list));
  };

  it('finds nothing where nothing was changed', async () => {
    expect(await named()).toEqual([]);
  });

  it.each(dialect === 'sqlite' ? WATCHED : ONE_OF_EACH)(
    `names the requests in whose %s one character of %s was changed, and no others (${PLACES} places)`,
    async (table, column) => {
      const chance = new SeededChance(table.length * 1000 + column.length);
      const rows = await sample(table, column, chance);
      expect(rows).toHaveLength(PLACES);
      const changed = rows.map((row) => ({ row, value: altered(row[column] ?? null, chance) }));
      await Promise.all(changed.map(({ row, value }) => change(table, row, { [column]: value })));
      const found = await named();
      await Promise.all(rows.map((row) => change(table, row, { [column]: row[column] ?? null })));
      expect(found).toEqual(rows.map((row) => row[KEPT[table]?.request ?? '']).sort());
    },
  );

  it.each(Object.keys(KEPT))('names the request of which a row of %s is gone', async (table) => {
    const chance = new SeededChance(table.length);
    const row = chance.among(await sample(table, KEPT[table]?.request ?? '', chance));
    await remove(table, row);
    expect(await named()).toContain(row[KEPT[table]?.request ?? '']);
    await database.commit({ writes: [{ insert: table, rows: [row] }] });
  });

  it('names the request whose deadline has passed and of which nothing would ever tell', async () => {
    const opened = await bureau.get(RegisterRequest).execute({ event: aNikoRegistration(), actor: 'anna' });
    if (!opened.ok) throw new Error(opened.error.because);
    const { number } = opened.value;
    const wake = { id: `dl-${number}-request-acknowledged-1` };
    const [row] = await database.read<Row>('select * from outbox where id = ?', [wake.id]);
    await remove('outbox', wake);
    // Not due yet: the sweep looks at the rows, and there is time to mend what wakes it.
    expect(await named()).toEqual([]);
    clock.set(instantOf('2026-03-03T23:00:00Z'));
    const { failures } = await bureau.get(VerifyRequests).execute();
    expect(failures).toEqual([
      {
        request: number,
        why: 'its deadline request-acknowledged is due, has not fired and nothing will wake it',
      },
    ]);
    await database.commit({ writes: [{ insert: 'outbox', rows: row ? [row] : [] }] });
    expect(await named()).toEqual([]);
    await remove('outbox', wake);
    await sweepOnce(bureau);
    expect(await named()).toEqual([]);
  });
}
