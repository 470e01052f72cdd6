import { Injectable } from '@nestjs/common';
import { instantFromMillis, type Instant, type PlainDate } from '@bureau/kernel';
import { Database } from '../database';
import type { JobResultRow } from './job-result.row';
import { SCHEDULES, type ScheduledKind } from './schedules.catalogue';

/** `faults`: somebody has to look. `missed`: its day had passed before it could be done. */
export type JobOutcome = 'done' | 'faults' | 'missed';

export interface JobResult {
  readonly job: ScheduledKind;
  readonly day: PlainDate;
  readonly doneAt: Instant;
  readonly outcome: JobOutcome;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What came of what is done on a schedule. */
@Injectable()
export class JobResults {
  constructor(private readonly database: Database) {}

  /** The latest result of each schedule that has run at all. */
  async latest(): Promise<readonly JobResult[]> {
    const kinds = Object.keys(SCHEDULES) as ScheduledKind[];
    const found = await Promise.all(kinds.map((kind) => this.of(kind, 1)));
    return found.flat();
  }

  /** The last so many results of one schedule, the latest first. */
  async of(kind: ScheduledKind, most: number): Promise<readonly JobResult[]> {
    const rows = await this.database.read<JobResultRow>(
      'SELECT * FROM job_result WHERE job = ? ORDER BY on_day DESC LIMIT ?',
      [kind, most],
    );
    return rows.map((row) => ({
      job: kind,
      day: row.on_day as PlainDate,
      doneAt: instantFromMillis(row.done_at),
      outcome: row.outcome as JobOutcome,
      detail: JSON.parse(row.detail) as JobResult['detail'],
    }));
  }
}
