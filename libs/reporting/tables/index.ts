import type { ReportTable } from '../domain/report-table';
import { MEDIATION_TABLE } from './mediation.table';
import type { ReportData } from './report-data';

/** Every table of the annual report, in the order in which it prints them. */
export const REPORT_TABLES: readonly ReportTable<ReportData>[] = [MEDIATION_TABLE];
