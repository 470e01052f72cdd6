import { Readable } from 'node:stream';
import { DUTCH_CALENDAR } from '@bureau/calendar';
import { CASEWORK_ROWS, CaseworkModule, ImportCases, ImportContacts } from '@bureau/casework';
import { Clock, FixedClock, instantOf } from '@bureau/kernel';
import { badRowInWords, Database, type ImportResult, MIGRATIONS, PLATFORM_ROWS } from '@bureau/platform';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';
import { count } from '../support/tally.rows';

const SCHEMA = { entities: [...PLATFORM_ROWS, ...CASEWORK_ROWS], migrations: MIGRATIONS };
const CASES =
  'case_number,opened_on,closed_on,closing_reason,line,code,caller_type,caller_role,handler,taking_person,contact_seeker,from_country,to_country,children,conflict_with';
const CONTACTS = 'case_number,at,channel,caller_type,handler';

/** An abduction to Poland, open; a question about a holiday, answered the same day; two cases against each other. */
const ABDUCTION =
  '2025-00001,2025-01-06,,,2,international_child_abduction,parent,father,jurist1,mother,,NL,PL,2019-04-01;2019-04-01,';
const HOLIDAY =
  '2025-00002,2025-01-06,2025-01-06,sufficiently_informed,1,holiday_consent,parent,mother,student1,,,,,,';
const MOTHER =
  '2025-00003,2025-02-01,2025-03-01,resolved,2,prevention,parent,mother,jurist2,father,,NL,MA,2015-01-01,2025-00004';
const FATHER =
  '2025-00004,2025-02-02,2025-03-01,resolved,2,prevention,parent,father,jurist3,mother,,NL,MA,2015-01-01,2025-00003';
const YEAR = [ABDUCTION, HOLIDAY, MOTHER, FATHER];

const cases = (...rows: readonly string[]) => [CASES, ...rows].join('\n');
const contacts = (...rows: readonly string[]) => [CONTACTS, ...rows].join('\n');
const faultsOf = (result: ImportResult): string[] =>
  result.ok ? [] : result.error.badRows.map(badRowInWords);

async function deskOn(open: OpenDatabase) {
  const database = await open();

  @Global()
  @Module({
    providers: [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: new FixedClock(instantOf('2026-03-02T11:00:00Z')) },
    ],
    exports: [Database, Clock],
  })
  class Storage {}

  const app = await Test.createTestingModule({
    imports: [Storage, CaseworkModule.forRoot({ calendar: DUTCH_CALENDAR })],
  }).compile();
  return {
    database,
    bringCases: (text: string, update = false) => app.get(ImportCases).execute(() => text, { update }),
    bringContacts: (text: string, update = false) => app.get(ImportContacts).execute(() => text, { update }),
    bringLarge: (rows: () => Iterable<string>) => app.get(ImportCases).execute(() => Readable.from(rows())),
  };
}

const added = (n: number) => ({ ok: true, value: { added: n, unchanged: 0, updated: 0 } });

describeOnEachDatabase('bringing in the cases of an old register', importing, SCHEMA);

function importing(open: OpenDatabase): void {
  it('adds them once, with a history each, and changes nothing the second time', async () => {
    const { database, bringCases } = await deskOn(open);
    expect(await bringCases(cases(...YEAR))).toEqual(added(4));
    expect(await bringCases(cases(...YEAR))).toEqual({
      ok: true,
      value: { added: 0, unchanged: 4, updated: 0 },
    });
    expect(await count(database, 'case_file')).toBe(4);
    expect(await count(database, `case_event WHERE type = 'case.imported' AND source = 'import'`)).toBe(4);
    expect(await count(database, 'audit_entry')).toBe(4);
  });

  it('keeps what reports count: year, month, children (twins are two), state', async () => {
    const { database, bringCases } = await deskOn(open);
    await bringCases(cases(...YEAR));
    const [abduction] = await database.read(
      `SELECT opened_year, opened_month, child_count, children, state, is_open, sequence, closed_on, from_country
       FROM case_file WHERE number = '2025-00001'`,
    );
    expect(abduction).toEqual({
      opened_year: 2025,
      opened_month: 1,
      child_count: 2,
      children: '["2019-04-01","2019-04-01"]',
      state: 'open',
      is_open: 1,
      sequence: 1,
      closed_on: null,
      from_country: 'NL',
    });
    expect(await count(database, `case_file WHERE state = 'closed' AND is_open = 0`)).toBe(3);
  });

  it('counts a case that went to mediation as handed over', async () => {
    const { database, bringCases } = await deskOn(open);
    await bringCases(cases(ABDUCTION.replace('2025-01-06,,,', '2025-01-06,2025-02-01,handed_to_mediation,')));
    expect(await count(database, `case_file WHERE state = 'handed_over' AND is_open = 0`)).toBe(1);
  });

  it('writes nothing when one row is bad, and names every bad one', async () => {
    const { database, bringCases } = await deskOn(open);
    const result = await bringCases(
      cases(
        ABDUCTION,
        HOLIDAY.replace('2025-01-06,2025-01-06', '2025-02-30,2025-01-06'),
        MOTHER.replace('prevention', 'kidnapping'),
        FATHER.replace('2025-03-01', '2025-01-01').replace('father,jurist3', 'grandparent,jurist3'),
        HOLIDAY.replace('2025-00002', '2025-00005').replace('sufficiently_informed', ''),
        HOLIDAY.replace('2025-00002', '2025-00006').replace('holiday_consent', 'custody_question'),
        ABDUCTION.replace('2025-00001', '2025-00007').replace('PL', 'XX'),
        ABDUCTION,
      ),
    );
    expect(faultsOf(result)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^line 3, opened_on: found '2025-02-30', expected a day/),
        expect.stringMatching(/^line 4, code: found 'kidnapping', expected one of/),
        expect.stringMatching(/^line 5, closed_on: found '2025-01-01', expected a day not before opened_on/),
        expect.stringMatching(/^line 5, caller_role: found 'grandparent', expected one of mother, father/),
        expect.stringMatching(/^line 6, closing_reason: found '', expected one of resolved/),
        expect.stringMatching(/^line 7, code: found 'custody_question', expected a code of line 1/),
        expect.stringMatching(/^line 8, to_country: found 'XX', expected a country/),
        expect.stringMatching(/^line 9, case_number: found '2025-00001', expected every key once; line 2/),
      ]),
    );
    expect(await count(database, 'case_file')).toBe(0);
    expect(await count(database, 'case_event')).toBe(0);
  });

  it('asks that opposing cases name each other, in the file or with what is stored', async () => {
    const { bringCases } = await deskOn(open);
    const alone = await bringCases(cases(MOTHER));
    expect(faultsOf(alone)).toEqual([
      "line 2, conflict_with: found '2025-00004', expected the number of another case that names 2025-00003 in its turn",
    ]);
    const oneSided = await bringCases(cases(MOTHER, FATHER.replace('2025-00003', '')));
    expect(faultsOf(oneSided)).toHaveLength(1);
    const itself = await bringCases(cases(MOTHER.replace('2025-00004', '2025-00003')));
    expect(faultsOf(itself)).toHaveLength(1);
    expect(await bringCases(cases(MOTHER, FATHER))).toEqual(added(2));
    expect(await bringCases(cases(MOTHER))).toMatchObject({ ok: true });
  });

  it('refuses other content for a known case, and takes it with --update as one more event', async () => {
    const { database, bringCases } = await deskOn(open);
    await bringCases(cases(...YEAR));
    const closed = ABDUCTION.replace('2025-01-06,,,', '2025-01-06,2025-06-01,resolved,');
    expect(faultsOf(await bringCases(cases(closed)))).toEqual([
      "line 2, closed_on: found '2025-06-01', expected '' as stored, or --update to replace it",
      "line 2, closing_reason: found 'resolved', expected '' as stored, or --update to replace it",
    ]);
    expect(await bringCases(cases(closed, HOLIDAY), true)).toEqual({
      ok: true,
      value: { added: 0, unchanged: 1, updated: 1 },
    });
    const [row] = await database.read(
      `SELECT state, revision, closed_on FROM case_file WHERE number = '2025-00001'`,
    );
    expect(row).toEqual({ state: 'closed', revision: 2, closed_on: '2025-06-01' });
    expect(await count(database, `case_event WHERE case_number = '2025-00001'`)).toBe(2);
  });

  it('goes through a large file piece by piece', async () => {
    const { database, bringLarge } = await deskOn(open);
    const many = 3_000;
    function* rows(): Generator<string> {
      yield `${CASES}\n`;
      for (let i = 1; i <= many; i += 1)
        yield `${HOLIDAY.replace('2025-00002', `2025-${String(i).padStart(5, '0')}`)}\n`;
    }
    expect(await bringLarge(rows)).toEqual(added(many));
    expect(await count(database, 'case_file')).toBe(many);
    expect(await bringLarge(rows)).toEqual({ ok: true, value: { added: 0, unchanged: many, updated: 0 } });
  }, 120_000);

  it('lets two at the same time bring in the same file, once', async () => {
    const { database, bringCases } = await deskOn(open);
    const both = await Promise.all([bringCases(cases(...YEAR)), bringCases(cases(...YEAR))]);
    expect(both.map((result) => result.ok && result.value.added).sort()).toEqual([0, 4]);
    expect(await count(database, 'case_event')).toBe(4);
  });
}

describeOnEachDatabase('bringing in the contact moments of an old register', importingContacts, SCHEMA);

function importingContacts(open: OpenDatabase): void {
  const CALL = '2025-00001,2025-01-06T09:30:00+01:00,phone,parent,jurist1';

  it('counts two calls in one minute as two, and changes nothing the second time', async () => {
    const { database, bringCases, bringContacts } = await deskOn(open);
    await bringCases(cases(...YEAR));
    const calls = contacts(
      CALL,
      CALL,
      CALL.replace('parent', 'professional'),
      CALL.replace('phone', 'email'),
    );
    expect(await bringContacts(calls)).toEqual(added(4));
    expect(await bringContacts(calls)).toEqual({ ok: true, value: { added: 0, unchanged: 4, updated: 0 } });
    expect(await count(database, 'contact_moment')).toBe(4);
  });

  it('takes year and month from the day it was at the desk', async () => {
    const { database, bringCases, bringContacts } = await deskOn(open);
    await bringCases(cases(...YEAR));
    await bringContacts(contacts(CALL.replace('2025-01-06T09:30:00+01:00', '2025-12-31T23:30:00Z')));
    const rows = await database.read('SELECT at, on_day, year, month FROM contact_moment');
    expect(rows).toEqual([{ at: '2025-12-31T23:30:00Z', on_day: '2026-01-01', year: 2026, month: 1 }]);
  });

  it('names a row of a case that nobody knows, and every other bad row', async () => {
    const { database, bringCases, bringContacts } = await deskOn(open);
    await bringCases(cases(...YEAR));
    const result = await bringContacts(
      contacts(
        CALL,
        CALL.replace('2025-00001', '2025-99999'),
        CALL.replace('phone', 'fax'),
        CALL.replace('+01:00', ''),
      ),
    );
    expect(faultsOf(result)).toEqual([
      "line 3, case_number: found '2025-99999', expected the number of a case; import cases.csv first",
      "line 4, channel: found 'fax', expected one of phone, email, form",
      expect.stringMatching(/^line 5, at: found '2025-01-06T09:30:00', expected a moment with its offset/),
    ]);
    expect(await count(database, 'contact_moment')).toBe(0);
  });

  it('replaces who called only with --update', async () => {
    const { database, bringCases, bringContacts } = await deskOn(open);
    await bringCases(cases(...YEAR));
    await bringContacts(contacts(CALL));
    const corrected = contacts(CALL.replace('parent', 'family'));
    expect(faultsOf(await bringContacts(corrected))).toHaveLength(1);
    expect(await bringContacts(corrected, true)).toMatchObject({ ok: true, value: { updated: 1 } });
    expect(await count(database, `contact_moment WHERE caller_type = 'family'`)).toBe(1);
  });
}
