import { Injectable } from '@nestjs/common';
import { type Instant, type PlainDate } from '@bureau/kernel';
import {
  closeTask,
  Database,
  HandlesJob,
  openTasks,
  type Outcome,
  ScheduledJob,
  type TaskStage,
  type WriteBatch,
} from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import { escalatedUntil, kindsBy, remindedUntil } from '../../domain/deadline/chase.rules';
import { DEADLINE_KINDS } from '../../domain/deadline/deadline.catalogue';
import { ChasedDeadlines, type Chased } from '../persistence/chased-deadlines';
import { deadlineTask, deadlineTaskId } from '../persistence/deadline.tasks';

const PAGE = 1_000;

/**
 * The round of every working day at nine: reminds of what is nearly due, passes on what is overdue too long, and clears
 * away tasks that have nothing left to ask. Each step is written by itself and done once however often the round is
 * begun: a round that was killed goes on where it was.
 */
@Injectable()
@HandlesJob('deadlines.chase')
export class DeadlinesChaseJob extends ScheduledJob {
  constructor(
    database: Database,
    private readonly deadlines: ChasedDeadlines,
    rules: BureauRules,
  ) {
    super('deadlines.chase', database, rules.calendar);
  }

  protected async outcomeOf(today: PlainDate, now: Instant): Promise<Outcome> {
    const cleared = await this.clear(now);
    const reminded = await this.remind(today, now);
    const told = await this.tell(now);
    const escalated = await this.escalate(today, now);
    return { detail: { cleared, reminded, told, escalated } };
  }

  private async remind(today: PlainDate, now: Instant): Promise<number> {
    let reminded = 0;
    for (const [days, kinds] of kindsBy('remindsBefore')) {
      const until = remindedUntil(today, days, this.calendar);
      reminded += await this.pages(
        () => this.deadlines.toRemind(kinds, until, now, PAGE),
        (page) => this.open(page, 'reminder', now),
      );
    }
    return reminded;
  }

  private tell(now: Instant): Promise<number> {
    return this.pages(
      () => this.deadlines.untold(DEADLINE_KINDS, now, PAGE),
      (page) => this.each(page, (chased) => told(chased, now)),
    );
  }

  private async escalate(today: PlainDate, now: Instant): Promise<number> {
    let escalated = 0;
    for (const [days, kinds] of kindsBy('escalatesAfter')) {
      const until = escalatedUntil(today, days, this.calendar);
      escalated += await this.pages(
        () => this.deadlines.toEscalate(kinds, until, PAGE),
        (page) => this.each(page, (chased) => passedOn(chased, now)),
      );
    }
    return escalated;
  }

  private clear(now: Instant): Promise<number> {
    return this.pages(
      () => this.deadlines.stale(PAGE),
      (page) => this.each(page, ({ id, because }) => ({ writes: [closeTask({ id }, { at: now, because })] })),
    );
  }

  private async open(page: readonly Chased[], stage: TaskStage, now: Instant): Promise<void> {
    await this.database.commit({
      writes: [
        openTasks(
          page.map((chased) => deadlineTask(chased, stage)),
          now,
        ),
      ],
    });
  }

  private async each<T>(page: readonly T[], batchOf: (one: T) => WriteBatch): Promise<void> {
    await Promise.all(page.map((one) => this.database.commit(batchOf(one))));
  }

  /** What a page held is no longer found once it is written, so the first page is asked for until it is not full. */
  private async pages<T>(
    next: () => Promise<readonly T[]>,
    write: (page: readonly T[]) => Promise<void>,
  ): Promise<number> {
    for (let done = 0; ;) {
      const page = await next();
      if (page.length > 0) await write(page);
      done += page.length;
      if (page.length < PAGE) return done;
    }
  }
}

/** As its own wake-up would tell it, which finds its work done. */
const told = (chased: Chased, now: Instant): WriteBatch => ({
  writes: [
    openTasks([deadlineTask(chased, 'overdue')], now),
    closeTask({ id: deadlineTaskId(chased, 'reminder') }, { at: now, because: 'overdue' }),
  ],
});

/** The overdue task becomes the senior's, unless somebody has ticked it off meanwhile. */
const passedOn = (chased: Chased, now: Instant): WriteBatch => ({
  guard: closeTask({ id: deadlineTaskId(chased, 'overdue') }, { at: now, because: 'escalated' }),
  writes: [openTasks([deadlineTask(chased, 'escalated')], now)],
});
