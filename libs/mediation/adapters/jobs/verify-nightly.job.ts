import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database, HandlesJob, type Outcome, ScheduledJob } from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import { VerifyRequests } from '../../application/verify-requests.use-case';

/** The rest are told by `bureau verify`. */
const MOST_NAMED = 50;

/** What `bureau verify` checks, every night. The result is kept, and faults are cried out in the log. */
@Injectable()
@HandlesJob('verify.nightly')
export class VerifyNightlyJob extends ScheduledJob {
  private readonly logger = new Logger('verify');

  constructor(
    database: Database,
    private readonly verify: VerifyRequests,
    rules: BureauRules,
  ) {
    super('verify.nightly', database, rules.calendar);
  }

  protected async outcomeOf(): Promise<Outcome> {
    // Between two files the process answers whoever is waiting.
    const { checked, failures } = await this.verify.execute(undefined, () => breathe());
    const named = failures.slice(0, MOST_NAMED);
    for (const { request, why } of named) this.logger.error(`${request}: ${why}`);
    if (failures.length > 0)
      this.logger.error(
        `${failures.length} faults in ${checked} files: run 'bureau verify', restore from a backup`,
      );
    return { detail: { checked, faults: failures.length, named }, faults: failures.length > 0 };
  }
}
