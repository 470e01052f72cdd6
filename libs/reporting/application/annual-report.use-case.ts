import { Injectable } from '@nestjs/common';
import { type ReportRow, type ReportTable, rowsOf } from '../domain/report-table';
import { REPORT_TABLES } from '../tables';
import type { ReportData } from '../tables/report-data';
import { ReportSource } from './report-source.port';

/** One table with its numbers. */
export interface ReportedTable {
  readonly table: ReportTable<ReportData>;
  readonly rows: readonly ReportRow[];
}

export interface YearReport {
  readonly year: number;
  readonly tables: readonly ReportedTable[];
}

/** The annual report, worked out from the requests themselves every time: no total is ever stored or copied. */
@Injectable()
export class AnnualReport {
  constructor(private readonly source: ReportSource) {}

  /**
   * @throws ReportDoesNotAddUp when the numbers of a table contradict each other, and what `ReportSource.blame` throws
   * when that, or any other failure, comes of a stored file that was changed behind our back.
   */
  async execute(year: number): Promise<YearReport> {
    try {
      return await this.report(year);
    } catch (error) {
      await this.source.blame(year);
      throw error;
    }
  }

  private async report(year: number): Promise<YearReport> {
    const [requests, informationRequests] = await Promise.all([
      this.source.requestsOf(year),
      this.source.informationRequestsOf(year),
    ]);
    const data: ReportData = { year, requests: requests.map((facts) => ({ facts })), informationRequests };
    return { year, tables: REPORT_TABLES.map((table) => ({ table, rows: rowsOf(table, data) })) };
  }
}
