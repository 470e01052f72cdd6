export { REPORT_FORMATS, type ReportFormat, type ReportFormatEntry } from './adapters/render/report-formats';
export { AnnualReport, type ReportedTable, type YearReport } from './application/annual-report.use-case';
export { ReportSource } from './application/report-source.port';
export { ReportDoesNotAddUp } from './domain/report-check';
export type { MetricEntry, ReportRow, ReportTable } from './domain/report-table';
export { SHARE_RULES, type ShareRule, type ShareRuleEntry } from './domain/share-rules.catalogue';
export { ReportingModule } from './reporting.module';
export { REPORT_TABLES } from './tables';
export type { ReportData } from './tables/report-data';
