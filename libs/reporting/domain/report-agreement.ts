import { ReportDoesNotAddUp } from './report-check';
import type { ReportRow } from './report-table';

/** One number of the report by its place. */
export type CellOfReport = Pick<ReportRow, 'section' | 'metric' | 'dimension'>;

/** A number that two tables count, each in its own way. */
export interface Agreement {
  readonly cell: CellOfReport;
  readonly mustEqual: CellOfReport;
}

/** @throws ReportDoesNotAddUp naming the first section that disagrees with another, and all its numbers that do. */
export function refuseWhatDisagrees(agreements: readonly Agreement[], rows: readonly ReportRow[]): void {
  const byPlace = new Map(rows.map((row) => [placeOf(row), row.value]));
  for (const section of new Set(agreements.map(({ cell }) => cell.section))) {
    const faults = agreements
      .filter(({ cell }) => cell.section === section)
      .flatMap(({ cell, mustEqual }) => {
        const [one, other] = [cell, mustEqual].map((place) => byPlace.get(placeOf(place)) ?? NaN);
        if (one === other) return [];
        return [`${cell.metric} (${cell.dimension}) is ${one}, but in ${inWords(mustEqual)} ${other}`];
      });
    if (faults.length > 0) throw new ReportDoesNotAddUp(section, faults);
  }
}

const placeOf = ({ section, metric, dimension }: CellOfReport): string =>
  [section, metric, dimension].join(' ');
const inWords = ({ section, metric, dimension }: CellOfReport): string =>
  `${section} ${metric} (${dimension})`;
