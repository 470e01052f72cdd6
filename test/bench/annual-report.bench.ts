import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@bureau/config';
import { Database, type Row } from '@bureau/platform';
import { AnnualReport, REPORT_FORMATS } from '@bureau/reporting';
import { CoreModule } from '../../apps/core/core.module';
import { caseRow, contactRows, type DeskCase } from '../support/desk/desk.records';
import { dayOf, randomCase } from '../support/desk/random-desk';
import { SeededChance } from '../support/seeded.chance';
import type { Ground } from './places';
import { type Spread, spreadOf } from './rounds';

/** What an advice desk has written down after ten busy years. */
const REGISTER = { firstYear: 2017, years: 10, casesAYear: 10_000, contactsAYear: 25_000 } as const;
/** A whole report, from the question to the last row of the csv. */
export const REPORT_GOAL_MILLIS = 1000;

const ROWS_A_BATCH = 1000;
/** About what the memory of a case takes. */
const SNAPSHOT = JSON.stringify({ facts: 'x'.repeat(900) });

export interface ReportResult {
  /** The very first report of the process. */
  readonly first: number;
  readonly millis: Spread;
  readonly rows: number;
}

/** Reports on each of the ten years, as often as there are rounds. */
export async function benchAnnualReport(ground: Ground, rounds: number): Promise<ReportResult> {
  const place = ground.place();
  const bureau = await NestFactory.createApplicationContext(
    CoreModule.forRoot(loadConfig({ DATABASE_URL: place.url })),
    { logger: ['warn', 'error', 'fatal'], abortOnError: false },
  );
  try {
    await fill(bureau.get(Database));
    const { millis: first, rows } = await reportOn(bureau, REGISTER.firstYear + 1);
    const found: number[] = [];
    for (let round = 0; round < rounds; round++)
      for (const year of registerYears()) found.push((await reportOn(bureau, year)).millis);
    return { first, millis: spreadOf(found), rows };
  } finally {
    await bureau.close();
    await place.remove();
  }
}

const registerYears = (): readonly number[] =>
  Array.from({ length: REGISTER.years }, (_, index) => REGISTER.firstYear + index);

async function reportOn(bureau: INestApplicationContext, year: number) {
  const start = performance.now();
  const text = REPORT_FORMATS.csv.render(await bureau.get(AnnualReport).execute(year));
  return { millis: performance.now() - start, rows: text.trim().split('\r\n').length - 1 };
}

async function fill(database: Database): Promise<void> {
  const chance = new SeededChance(2025);
  for (const year of registerYears()) {
    const cases = Array.from({ length: REGISTER.casesAYear }, (_, index) =>
      randomCase(chance, year, `${year}-${String(index).padStart(5, '0')}`),
    );
    await insert(
      database,
      'case_file',
      cases.map((one) => ({ ...caseRow(one), snapshot: SNAPSHOT })),
    );
    await insert(database, 'contact_moment', contactRows(contactsOf(chance, year, cases)));
  }
}

const contactsOf = (chance: SeededChance, year: number, cases: readonly DeskCase[]) =>
  Array.from({ length: REGISTER.contactsAYear }, () => ({
    caseNumber: chance.among(cases).number,
    at: `${dayOf(chance, year)}T09:00:00+01:00`,
    channel: chance.among(['phone', 'phone', 'email', 'form']),
    callerType: chance.among(['parent', 'family', 'professional']),
  }));

async function insert(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_BATCH)
    await database.commit({ writes: [{ insert: table, rows: rows.slice(start, start + ROWS_A_BATCH) }] });
}
