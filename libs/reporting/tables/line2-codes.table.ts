import { type CaseCode, type CodeCount, codesOn } from '@bureau/casework';
import { plainDateOf } from '@bureau/kernel';
import { defineReportTable, type Fact } from '../domain/report-table';
import { byValue, sumOf } from './counting';
import type { DeskData } from './report-data';
import { CHANGE_PCT, changePct } from './year-on-year';

const METRICS = { cases: { label: { nl: 'Zaken', en: 'Cases' } }, ...CHANGE_PCT };

/** The report of 2025 lists them among its codes and gives them no row; they get one when there are such cases. */
const ONLY_WHEN_USED: readonly CaseCode[] = ['abandonment', 'custody_question'];

/** The codes that a case of line 2 could get on some day of the year. */
function codesOf(year: number): readonly string[] {
  const ends = [plainDateOf(`${year}-01-01`), plainDateOf(`${year}-12-31`)];
  return [...new Set(ends.flatMap((day) => codesOn(2, day)))].filter(
    (code) => !ONLY_WHEN_USED.includes(code),
  );
}

const casesIn = (counts: readonly CodeCount[]) => sumOf(counts, ({ cases }) => cases);

export const LINE2_CODES_TABLE = defineReportTable({
  section: 'line2_codes',
  title: { nl: 'Lijn 2 per code', en: 'Line 2 by code' },
  definition: {
    nl: 'Alle zaken van lijn 2, door wie ook geopend. Derden zijn familie, kennissen en professionals.',
    en: 'All cases of line 2, whoever opened them. Third parties are family, acquaintances and professionals.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: METRICS,
  sums: [],
  splits: [
    { whole: 'code=@;opened_by=all', parts: 'code=@;opened_by=*', metrics: ['cases'] },
    { whole: 'code=all;opened_by=@', parts: 'code=*;opened_by=@', metrics: ['cases'] },
  ],
  facts: ({ year, desk, deskBefore }: DeskData): readonly Fact<keyof typeof METRICS>[] => {
    const rows = (code: string, counts: readonly CodeCount[], before: readonly CodeCount[] | null) => {
      const counted = (openedBy: string, of: readonly CodeCount[]) => ({
        metric: 'cases' as const,
        dimension: `code=${code};opened_by=${openedBy}`,
        value: casesIn(of),
      });
      return [
        counted(
          'parent',
          counts.filter(({ callerType }) => callerType === 'parent'),
        ),
        counted(
          'third_party',
          counts.filter(({ callerType }) => callerType !== 'parent'),
        ),
        counted('all', counts),
        ...changePct(`code=${code}`, casesIn(counts), before && casesIn(before)),
      ];
    };
    return [
      ...byValue(desk.codes, codesOf(year), ({ code }) => code).flatMap(([code, counts]) =>
        rows(code, counts, deskBefore && deskBefore.codes.filter((count) => count.code === code)),
      ),
      ...rows('all', desk.codes, deskBefore && deskBefore.codes),
    ];
  },
});
