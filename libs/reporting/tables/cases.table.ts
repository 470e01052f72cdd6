import { type CaseCount, LINES } from '@bureau/casework';
import { defineReportTable, type Fact } from '../domain/report-table';
import { byValue, sumOf } from './counting';
import type { DeskData } from './report-data';
import { besideYearBefore, YEAR_ON_YEAR } from './year-on-year';

const METRICS = {
  cases: { label: { nl: 'Zaken', en: 'Cases' } },
  ...YEAR_ON_YEAR,
  closed_in_year: { label: { nl: 'In het jaar zelf gesloten', en: 'Closed in the same year' } },
  carried_over: { label: { nl: 'Meegenomen naar volgend jaar', en: 'Carried over to the next year' } },
};

const LINE_CODES = Object.keys(LINES);
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

const casesIn = (counts: readonly CaseCount[]) => sumOf(counts, ({ cases }) => cases);
const lineOf = ({ line }: CaseCount) => String(line);
const monthOf = ({ month }: CaseCount) => String(month).padStart(2, '0');

export const CASES_TABLE = defineReportTable({
  section: 'cases',
  title: { nl: 'Zaken', en: 'Cases' },
  definition: {
    nl: 'Een zaak telt eenmaal, in het jaar waarin zij is geopend. Meegenomen: geopend in het jaar en niet in datzelfde jaar gesloten.',
    en: 'A case counts once, in the year in which it was opened. Carried over: opened in the year and not closed in that same year.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: METRICS,
  sums: [{ whole: 'cases', parts: ['closed_in_year', 'carried_over'], dimensions: ['line=2'] }],
  splits: [
    { whole: 'all', parts: 'line=*', metrics: ['cases'] },
    { whole: 'line=@', parts: 'line=@;month=*', metrics: ['cases'] },
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly Fact<keyof typeof METRICS>[] => {
    const lines = byValue(desk.cases, LINE_CODES, lineOf);
    const before = (line: string) =>
      deskBefore && casesIn(deskBefore.cases.filter((count) => lineOf(count) === line));
    const compared = (dimension: string, now: number, then: number | null) => [
      { metric: 'cases' as const, dimension, value: now },
      ...besideYearBefore(dimension, now, then),
    ];
    return [
      ...compared('all', casesIn(desk.cases), deskBefore && casesIn(deskBefore.cases)),
      ...lines.flatMap(([line, counts]) => compared(`line=${line}`, casesIn(counts), before(line))),
      ...closing(desk.cases.filter(({ line }) => line === 2)),
      ...lines.flatMap(([line, counts]) =>
        byValue(counts, MONTHS, monthOf).map(([month, ofMonth]) => ({
          metric: 'cases' as const,
          dimension: `line=${line};month=${month}`,
          value: casesIn(ofMonth),
        })),
      ),
    ];
  },
});

/** The reports tell this of line 2 only. */
const closing = (counts: readonly CaseCount[]): readonly Fact<'closed_in_year' | 'carried_over'>[] => [
  {
    metric: 'closed_in_year',
    dimension: 'line=2',
    value: casesIn(counts.filter(({ isClosedInYear }) => isClosedInYear)),
  },
  {
    metric: 'carried_over',
    dimension: 'line=2',
    value: casesIn(counts.filter(({ isClosedInYear }) => !isClosedInYear)),
  },
];
