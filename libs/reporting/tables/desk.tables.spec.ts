import type { AbductionCase, CodeCount, ParentCases, YearOfCases } from '@bureau/casework';
import { plainDateOf } from '@bureau/kernel';
import { type ReportRow, rowsOf } from '../domain/report-table';
import { ABDUCTION_TABLE } from './abduction.table';
import { CASES_TABLE } from './cases.table';
import { CONTACTS_TABLE } from './contacts.table';
import { LINE2_CODES_TABLE } from './line2-codes.table';
import { PREVENTION_TABLE } from './prevention.table';
import { RELOCATION_TABLE } from './relocation.table';
import type { DeskData } from './report-data';

const EMPTY: YearOfCases = { cases: [], codes: [], contacts: [], parents: [], abductions: [] };

const aDesk = (desk: Partial<YearOfCases>, before: Partial<YearOfCases> | null = null): DeskData => ({
  year: 2025,
  desk: { ...EMPTY, ...desk },
  deskBefore: before && { ...EMPTY, ...before },
});

const parents = (change: Partial<ParentCases>): ParentCases => ({
  code: 'prevention',
  callerRole: 'mother',
  takingPerson: 'father',
  contactSeeker: null,
  fromCountry: 'NL',
  toCountry: 'TR',
  cases: 1,
  children: 0,
  ...change,
});

const anAbduction = (openedOn: string, birthDates: readonly string[], change: Partial<ParentCases> = {}) =>
  ({
    ...parents({ code: 'international_child_abduction', children: birthDates.length, ...change }),
    openedOn: plainDateOf(openedOn),
    birthDates: birthDates.map(plainDateOf),
  }) satisfies AbductionCase;

const code = (name: string, cases: number, callerType = 'parent'): CodeCount => ({
  code: name,
  callerType,
  cases,
  children: 0,
});

const valueOf = (rows: readonly ReportRow[], metric: string, dimension: string) =>
  rows.find((row) => row.metric === metric && row.dimension === dimension)?.value;
const dimensions = (rows: readonly ReportRow[], start: string) =>
  rows.filter(({ dimension }) => dimension.startsWith(start)).map(({ dimension }) => dimension);

describe('a number beside the year before', () => {
  const inJanuary = (cases: number) => ({ cases: [{ line: 1, month: 1, isClosedInYear: true, cases }] });
  const change = (now: number, before: number) =>
    valueOf(rowsOf(CASES_TABLE, aDesk(inJanuary(now), inJanuary(before))), 'change_pct', 'all');

  it.each([
    [9524, 10829, -12],
    [65, 200, -68],
    [135, 200, -33],
    [265, 200, 33],
    [201, 200, 1],
    [7, 7, 0],
    [0, 7, -100],
  ])('is, for %i after %i, %i per cent', (now, before, expected) => {
    expect(change(now, before)).toBe(expected);
  });

  it('carries how many there were then', () => {
    const row = rowsOf(CASES_TABLE, aDesk(inJanuary(5), inJanuary(4))).find(
      ({ metric }) => metric === 'change_pct',
    );
    expect(row?.share).toEqual({ rule: 'change-on-year-before', n: 4 });
  });

  it('is empty where the year before had none of them, and has no row when it had no cases at all', () => {
    const rows = rowsOf(CASES_TABLE, aDesk(inJanuary(5), inJanuary(4)));
    expect(valueOf(rows, 'change_pct', 'line=2')).toBeNull();
    expect(valueOf(rows, 'previous_year', 'line=2')).toBe(0);
    const first = rowsOf(CASES_TABLE, aDesk(inJanuary(5)));
    expect(first.filter(({ metric }) => /previous|change/.test(metric))).toEqual([]);
  });
});

describe('cases', () => {
  it('have a row for every month of both lines, also without any', () => {
    const rows = rowsOf(CASES_TABLE, aDesk({}));
    expect(rows.filter(({ dimension }) => /month=\d\d$/.test(dimension))).toHaveLength(24);
    expect(rows.every(({ value }) => value === 0)).toBe(true);
  });
});

describe('contact moments', () => {
  it('are not reported while one of them has no case, for then no line can have it', () => {
    const lost = { line: null, channel: 'phone', callerType: 'parent', contacts: 2 };
    expect(() => rowsOf(CONTACTS_TABLE, aDesk({ contacts: [lost] }))).toThrow(
      'contacts (all) is 2, but line=1 0 + line=2 0 = 0',
    );
  });
});

describe('the codes of line 2', () => {
  const codesIn = (year: number, codes: readonly CodeCount[] = []) =>
    dimensions(rowsOf(LINE2_CODES_TABLE, { ...aDesk({ codes }), year }), 'code=')
      .filter((dimension) => dimension.endsWith('opened_by=all'))
      .map((dimension) => dimension.replace(/code=(\w+);.*/, '$1'));

  it('are those of the year', () => {
    expect(codesIn(2025)).toHaveLength(14);
    expect(codesIn(2025)).not.toContain('refuting_threat');
    expect(codesIn(2021)).toEqual(expect.arrayContaining(['refuting_threat', 'abduction_within_kingdom']));
    expect(codesIn(2021)).not.toContain('no_substantive_advice');
  });

  it('that the report gives no row have one when there are such cases', () => {
    expect(codesIn(2025)).not.toContain('custody_question');
    expect(codesIn(2025, [code('custody_question', 2)])).toContain('custody_question');
    expect(codesIn(2025, [code('refuting_threat', 1)])).toContain('refuting_threat');
  });

  it('count family and professionals as third parties', () => {
    const codes = [
      code('prevention', 3),
      code('prevention', 2, 'family'),
      code('prevention', 4, 'professional'),
    ];
    const rows = rowsOf(LINE2_CODES_TABLE, aDesk({ codes }));
    expect(
      ['parent', 'third_party', 'all'].map((by) => valueOf(rows, 'cases', `code=prevention;opened_by=${by}`)),
    ).toEqual([3, 6, 9]);
  });
});

describe('prevention', () => {
  it('tells apart who calls and who would be left behind', () => {
    const groups = [
      parents({ callerRole: 'mother', takingPerson: 'father', cases: 4 }),
      parents({ callerRole: 'father', takingPerson: 'father', cases: 1 }),
      parents({ callerRole: 'father', takingPerson: 'family', cases: 2 }),
      parents({ callerRole: 'father', takingPerson: null, cases: 3 }),
    ];
    const rows = rowsOf(PREVENTION_TABLE, aDesk({ parents: groups }));
    expect(
      Object.fromEntries(rows.map(({ metric, dimension, value }) => [`${metric} ${dimension}`, value])),
    ).toMatchObject({
      'cases opened_by=parent': 10,
      'cases caller=mother': 4,
      'cases caller=father': 6,
      'cases potential_left_behind=mother': 5,
      'cases potential_left_behind=father': 0,
      'cases potential_left_behind=both': 2,
      'cases potential_left_behind=unknown': 3,
      'cases caller=mother;position=potential_left_behind': 4,
      'cases caller=mother;position=potential_taking': 0,
      'cases caller=father;position=potential_left_behind': 5,
      'cases caller=father;position=potential_taking': 1,
    });
  });

  it('names only countries that occur, and only where the child would leave the Netherlands', () => {
    const groups = [
      parents({ toCountry: 'TR', cases: 2 }),
      parents({ toCountry: null }),
      parents({ fromCountry: 'DE', toCountry: 'NL' }),
      parents({ fromCountry: 'DE', toCountry: 'PL' }),
    ];
    const rows = rowsOf(PREVENTION_TABLE, aDesk({ parents: groups }));
    expect(dimensions(rows, 'direction=')).toEqual([
      'direction=outgoing',
      'direction=incoming',
      'direction=elsewhere',
      'direction=outgoing;country=TR',
      'direction=outgoing;country=unknown',
    ]);
    expect(valueOf(rows, 'cases', 'direction=outgoing')).toBe(3);
  });
});

describe('consent to relocation', () => {
  it('counts whoever does not move as asking about the other parent', () => {
    const groups = [
      parents({ code: 'relocation_consent', callerRole: 'mother', takingPerson: 'mother', cases: 5 }),
      parents({ code: 'relocation_consent', callerRole: 'father', takingPerson: 'mother', cases: 2 }),
    ];
    const rows = rowsOf(RELOCATION_TABLE, aDesk({ parents: groups }));
    expect(valueOf(rows, 'cases', 'mover=mother')).toBe(7);
    expect(valueOf(rows, 'cases', 'caller=mother;mover=self')).toBe(5);
    expect(valueOf(rows, 'cases', 'caller=father;mover=other_parent')).toBe(2);
    expect(valueOf(rows, 'cases', 'caller=father;mover=self')).toBe(0);
  });
});

describe('abduction', () => {
  const report = (...abductions: AbductionCase[]) => rowsOf(ABDUCTION_TABLE, aDesk({ abductions }));

  it('counts the age of a child on the day of opening', () => {
    const rows = report(
      anAbduction('2025-03-10', ['2019-03-10', '2019-03-11']),
      anAbduction('2025-03-10', ['2012-03-10', '2009-03-10', '2007-03-11']),
    );
    expect(
      ['0-5', '6-12', '13-15', '16-17'].map((band) =>
        valueOf(rows, 'children', `direction=outgoing;age=${band}`),
      ),
    ).toEqual([1, 1, 1, 2]);
    expect(valueOf(rows, 'children', 'direction=incoming;age=0-5')).toBe(0);
  });

  it('keeps a child that is no child any more, or not yet, apart from the bands', () => {
    const rows = report(anAbduction('2025-03-10', ['2007-03-10', '2025-03-11']));
    expect(valueOf(rows, 'children', 'direction=outgoing;age=unknown')).toBe(2);
  });

  it('takes Curaçao, which is of the Kingdom, as outside the Convention', () => {
    const rows = report(
      anAbduction('2025-03-10', ['2020-01-01'], { fromCountry: 'CW', toCountry: 'NL' }),
      anAbduction('2025-03-10', [], { fromCountry: 'PL', toCountry: 'NL' }),
      anAbduction('2025-03-10', [], { fromCountry: 'NL', toCountry: 'EG' }),
    );
    expect(valueOf(rows, 'cases', 'direction=incoming;treaty=non_hkov')).toBe(1);
    expect(valueOf(rows, 'children', 'direction=incoming;treaty=non_hkov')).toBe(1);
    expect(valueOf(rows, 'cases', 'direction=incoming;country=CW')).toBe(1);
    expect(valueOf(rows, 'cases', 'direction=incoming;treaty=hkov')).toBe(1);
    expect(valueOf(rows, 'cases', 'direction=outgoing;treaty=non_hkov')).toBe(1);
  });

  it('outside the Netherlands has neither treaty nor country', () => {
    const rows = report(anAbduction('2025-03-10', [], { fromCountry: 'DE', toCountry: 'PL' }));
    expect(dimensions(rows, 'direction=elsewhere')).toEqual(['direction=elsewhere', 'direction=elsewhere']);
  });

  it('by a relative is of the other code, whoever called', () => {
    const codes = [
      { ...code('abduction_by_relative', 2), children: 3 },
      { ...code('abduction_by_relative', 3, 'family'), children: 3 },
    ];
    const rows = rowsOf(ABDUCTION_TABLE, aDesk({ codes }));
    expect([valueOf(rows, 'cases', 'by_relative'), valueOf(rows, 'children', 'by_relative')]).toEqual([5, 6]);
  });
});
