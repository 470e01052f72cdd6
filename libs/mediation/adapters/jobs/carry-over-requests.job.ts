import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '@bureau/kernel';
import { Database, HandlesJob, type Outcome, ScheduledJob } from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';

/** How many requests were open when the old year ended, by their history: also right when it is counted later. */
@Injectable()
@HandlesJob('carry-over.requests')
export class CarryOverRequestsJob extends ScheduledJob {
  constructor(database: Database, rules: BureauRules) {
    super('carry-over.requests', database, rules.calendar);
  }

  protected async outcomeOf(newYear: PlainDate): Promise<Outcome> {
    const on = addDays(newYear, -1);
    const [row] = await this.database.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM mediation_request r WHERE r.registered_on <= ? AND COALESCE(
         (SELECT e.type FROM request_event e
          WHERE e.request = r.number AND e.on_day <= ? AND e.type IN ('request.closed', 'request.reopened')
          ORDER BY e.position DESC LIMIT 1), '') <> 'request.closed'`,
      [on, on],
    );
    return { detail: { year: Number(on.slice(0, 4)), open: row?.n ?? 0 } };
  }
}
