import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportCases, ImportContacts } from '@bureau/casework';
import { Database } from '@bureau/platform';
import { AnnualReport, REPORT_FORMATS } from '@bureau/reporting';
import { aBureau, type Bureaus, describeBureau } from '../support/bureau.context';
import { caseRow, contactRows, type DeskRecords } from '../support/desk/desk.records';
import { naiveReport } from '../support/desk/naive-report';
import { randomDesk } from '../support/desk/random-desk';
import { SeededChance } from '../support/seeded.chance';

describeBureau('the annual report of the advice desk', suite);

async function holding(bureau: INestApplicationContext, { cases, contacts }: DeskRecords): Promise<void> {
  const writes = [
    { insert: 'case_file', rows: cases.map(caseRow) },
    { insert: 'contact_moment', rows: contactRows(contacts) },
  ];
  expect(await bureau.get(Database).commit({ writes })).toEqual({ ok: true });
}

/** The rows about the advice desk, without the year. */
async function deskRows(bureau: INestApplicationContext, year: number): Promise<string[]> {
  const text = REPORT_FORMATS.csv.render(await bureau.get(AnnualReport).execute(year));
  return text
    .trim()
    .split('\r\n')
    .filter((line) => !/^year|,mediation,|,evaluation,/.test(line))
    .map((line) => line.slice('2025,'.length));
}

function suite({ place }: Bureaus): void {
  // Closed after each test: a report asks everything at once, and so takes every connection it may have.
  let bureau: INestApplicationContext;
  beforeEach(async () => (bureau = await aBureau(place())));
  afterEach(() => bureau.close());

  it.each([
    { seed: 1, year: 2025, size: 1500, isFirst: false },
    { seed: 2, year: 2026, size: 250, isFirst: false },
    { seed: 3, year: 2022, size: 250, isFirst: false },
    { seed: 4, year: 2021, size: 250, isFirst: false },
    { seed: 5, year: 2024, size: 120, isFirst: true },
    { seed: 6, year: 2030, size: 12, isFirst: false },
    { seed: 7, year: 2030, size: 0, isFirst: true },
  ])(
    'counts a desk of $size cases around $year as one would by hand (seed $seed)',
    async ({ seed, year, size, isFirst }) => {
      const desk = randomDesk(new SeededChance(seed), year, size, isFirst);
      await holding(bureau, desk);
      expect((await deskRows(bureau, year)).sort()).toEqual(naiveReport(desk, year).sort());
    },
  );

  it('of an imported register is what was counted from its files apart, and stays so when they come again', async () => {
    const text = (file: string) => readFileSync(`test/fixtures/desk/${file}.csv`, 'utf8');
    const imported = async () => {
      const cases = await bureau.get(ImportCases).execute(() => text('cases'));
      const contacts = await bureau.get(ImportContacts).execute(() => text('contacts'));
      return [cases, contacts].map((result) => result.ok && result.value.added);
    };
    const expected = text('expected-report').trim().split('\n').slice(1);
    expect(await imported()).toEqual([219, 325]);
    const rows = await deskRows(bureau, 2025);
    expect(rows.map((row) => `2025,${row}`).sort()).toEqual(expected.sort());
    expect(await imported()).toEqual([0, 0]);
    expect(await deskRows(bureau, 2025)).toEqual(rows);
  });

  it('is not made while a contact has lost its case, and names both', async () => {
    const desk = randomDesk(new SeededChance(8), 2025, 30, true);
    const lost = {
      caseNumber: '2025-99999',
      at: '2025-05-01T09:00:00+02:00',
      channel: 'phone',
      callerType: 'parent',
    };
    await holding(bureau, { ...desk, contacts: [...desk.contacts, lost] });
    await expect(deskRows(bureau, 2025)).rejects.toThrow(
      /section contacts does not add up.*the contact of 2025-05-01T09:00:00\+02:00 belongs to 2025-99999, which is not there/,
    );
    expect(await deskRows(bureau, 2026)).toContain('cases,cases,all,' + String(of(desk, 2026)));
  });

  it('is not made when a case is said to have another number of children than it names', async () => {
    const [one] = randomDesk(new SeededChance(9), 2025, 1, true).cases;
    if (!one) throw new Error('a desk of one case has one');
    const abduction = {
      ...caseRow({
        ...one,
        openedOn: '2025-03-01',
        line: 2,
        code: 'international_child_abduction',
        callerType: 'parent',
        callerRole: 'mother',
        fromCountry: 'NL',
        toCountry: 'PL',
        children: ['2020-01-01'],
      }),
      child_count: 2,
    };
    await bureau.get(Database).commit({ writes: [{ insert: 'case_file', rows: [abduction] }] });
    await expect(deskRows(bureau, 2025)).rejects.toThrow(
      `section abduction does not add up: children (direction=outgoing) is 2, but`,
    );
    await expect(deskRows(bureau, 2025)).rejects.toThrow(`${one.number} has 1 children and counts 2`);
  });
}

const of = ({ cases }: DeskRecords, year: number): number =>
  cases.filter(({ openedOn }) => openedOn.startsWith(String(year))).length;
