import type { YearReport } from '../../application/annual-report.use-case';
import { reportAsCsv } from './report.csv';
import { reportAsJson } from './report.json';

export interface ReportFormatEntry {
  readonly mediaType: string;
  readonly render: (report: YearReport) => string;
}

/** The forms in which the report leaves the program. */
export const REPORT_FORMATS = {
  csv: { mediaType: 'text/csv; charset=utf-8', render: reportAsCsv },
  json: { mediaType: 'application/json', render: reportAsJson },
} as const satisfies Record<string, ReportFormatEntry>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
