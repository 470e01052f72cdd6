import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database, HandlesJob, type Outcome, ScheduledJob } from '@bureau/platform';
import { DeskRules } from '../../application/desk-rules';
import { VerifyCases } from '../../application/verify-cases.use-case';

/** The rest are told by `bureau verify`. */
const MOST_NAMED = 50;

/** What `bureau verify` checks of the advice desk, every night. The result is kept, and faults are cried out. */
@Injectable()
@HandlesJob('verify-cases.nightly')
export class VerifyCasesNightlyJob extends ScheduledJob {
  private readonly logger = new Logger('verify');

  constructor(
    database: Database,
    private readonly verify: VerifyCases,
    rules: DeskRules,
  ) {
    super('verify-cases.nightly', database, rules.calendar);
  }

  protected async outcomeOf(): Promise<Outcome> {
    const { checked, failures } = await this.verify.execute(() => breathe());
    const named = failures.slice(0, MOST_NAMED);
    for (const { case: number, why } of named) this.logger.error(`${number}: ${why}`);
    return { detail: { checked, faults: failures.length, named }, faults: failures.length > 0 };
  }
}
