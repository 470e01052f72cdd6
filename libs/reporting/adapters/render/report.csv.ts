import { csvText } from '@bureau/platform';
import type { YearReport } from '../../application/annual-report.use-case';
import type { ReportRow } from '../../domain/report-table';
import { SHARE_RULES } from '../../domain/share-rules.catalogue';

const COLUMNS = ['year', 'section', 'metric', 'dimension', 'value'];

/** One fact a row; percentages with as many decimals as their rule says, also when these are 0. */
export const reportAsCsv = ({ tables }: YearReport): string =>
  csvText(
    COLUMNS,
    tables.flatMap(({ rows }) =>
      rows.map((row) => [row.year, row.section, row.metric, row.dimension, valueText(row)]),
    ),
  );

const valueText = ({ value, share }: ReportRow): string | number | null =>
  value === null || share === null ? value : value.toFixed(SHARE_RULES[share.rule].decimals);
