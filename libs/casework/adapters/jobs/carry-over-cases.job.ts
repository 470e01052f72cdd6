import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '@bureau/kernel';
import { Database, HandlesJob, type Outcome, ScheduledJob } from '@bureau/platform';
import { DeskRules } from '../../application/desk-rules';

/**
 * How many cases of each line were open when the old year ended. By their dates: right as long as nothing that was
 * closed by then has been opened again, which is why it is counted in the first minutes of the new year.
 */
@Injectable()
@HandlesJob('carry-over.cases')
export class CarryOverCasesJob extends ScheduledJob {
  constructor(database: Database, rules: DeskRules) {
    super('carry-over.cases', database, rules.calendar);
  }

  protected async outcomeOf(newYear: PlainDate): Promise<Outcome> {
    const on = addDays(newYear, -1);
    const rows = await this.database.read<{ line: number; n: number }>(
      `SELECT line, COUNT(*) AS n FROM case_file
       WHERE opened_on <= ? AND (closed_on IS NULL OR closed_on > ?) GROUP BY line`,
      [on, on],
    );
    const ofLine = (line: number): number => rows.find((row) => row.line === line)?.n ?? 0;
    return { detail: { year: Number(on.slice(0, 4)), line1: ofLine(1), line2: ofLine(2) } };
  }
}
