import { Injectable } from '@nestjs/common';
import { refuseWhatDisagrees } from '../domain/report-agreement';
import { ReportDoesNotAddUp } from '../domain/report-check';
import { type ReportRow, type ReportTable, rowsOf } from '../domain/report-table';
import { REPORT_TABLES } from '../tables';
import { AGREEMENTS } from '../tables/agreements';
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

/** How often the numbers are read before they are said to contradict each other. */
const READINGS = 3;

/** The annual report, worked out from what is registered every time: no total is ever stored or copied. */
@Injectable()
export class AnnualReport {
  constructor(private readonly source: ReportSource) {}

  /**
   * @throws ReportDoesNotAddUp when numbers of the report contradict each other, and what `ReportSource.blame` throws
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
    for (let reading = 1; ; reading += 1) {
      try {
        return reportOn(await this.read(year));
      } catch (error) {
        if (!(error instanceof ReportDoesNotAddUp)) throw error;
        // Somebody may have saved a case between two counts: what is wrong every time is wrong.
        if (reading === READINGS) throw error.blaming(await this.source.contradictionsOf(year));
      }
    }
  }

  private async read(year: number): Promise<ReportData> {
    const [requests, informationRequests, desk, deskBefore, evaluations] = await Promise.all([
      this.source.requestsOf(year),
      this.source.informationRequestsOf(year),
      this.source.deskOf(year),
      this.source.deskOf(year - 1),
      this.source.evaluationsOf(year),
    ]);
    return {
      year,
      requests: requests.map((facts) => ({ facts })),
      informationRequests,
      desk,
      deskBefore: deskBefore.cases.length > 0 ? deskBefore : null,
      evaluations,
    };
  }
}

function reportOn(data: ReportData): YearReport {
  const tables = REPORT_TABLES.map((table) => ({ table, rows: rowsOf(table, data) }));
  refuseWhatDisagrees(
    AGREEMENTS,
    tables.flatMap(({ rows }) => rows),
  );
  return { year: data.year, tables };
}
