import { Injectable } from '@nestjs/common';
import { ListAccounts, reachOf } from '@bureau/access';
import type { Instant, PlainDate } from '@bureau/kernel';
import { Database, HandlesJob, type Outcome, ScheduledJob } from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import { digestOf } from '../../domain/task/digest.rules';
import { DatabaseDigests, digestRows } from '../persistence/database-digests';

/** What waits for each person who can log in, once per working day. Stored; sending it is another's work. */
@Injectable()
@HandlesJob('digest.daily')
export class DigestDailyJob extends ScheduledJob {
  constructor(
    database: Database,
    private readonly digests: DatabaseDigests,
    private readonly accounts: ListAccounts,
    rules: BureauRules,
  ) {
    super('digest.daily', database, rules.calendar);
  }

  protected async outcomeOf(today: PlainDate, now: Instant): Promise<Outcome> {
    const all = await this.accounts.execute();
    const readers = all.filter((account) => reachOf(account, 'digest.own') !== null);
    const work = await this.digests.workOn(today);
    const made = readers.map((reader) => ({
      username: reader.username,
      digest: digestOf(reader, work, readers),
    }));
    return { detail: { people: made.length }, writes: [digestRows(made, today, now)] };
  }
}
