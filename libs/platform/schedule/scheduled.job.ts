import type { BureauCalendar } from '@bureau/calendar';
import { millisOf, plainDateOf, type Instant, type PlainDate } from '@bureau/kernel';
import type { Database, Insert, Row, Write, WriteBatch } from '../database';
import { outboxRow } from '../outbox';
import { type Job, JobHandler } from '../queue/job.handler';
import { isCaughtUp, latestOccurrence, nextOccurrence, type Occurrence } from './occurrence.rules';
import type { JobOutcome } from './job-results';
import { SCHEDULES, type ScheduledKind, type ScheduleEntry } from './schedules.catalogue';

/** What one occurrence came to. */
export interface Outcome {
  /** Counts and ids, kept with the day. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Somebody has to look. */
  readonly faults?: boolean;
  readonly writes?: readonly Write[];
}

/** The id of the outbox row of one day: `digest.daily-2026-03-26`. */
export const occurrenceId = (kind: ScheduledKind, day: PlainDate): string => `${kind}-${day}`;

/**
 * Something done by the calendar: once for each day of its schedule, whatever is killed and however many processes
 * there are. Days that were missed are made up for by the latest of them alone. It begins with the first day that the
 * bureau sees coming: what lay before is not caught up.
 */
export abstract class ScheduledJob extends JobHandler {
  private readonly schedule: ScheduleEntry;

  protected constructor(
    private readonly kind: ScheduledKind,
    protected readonly database: Database,
    protected readonly calendar: BureauCalendar,
  ) {
    super();
    this.schedule = SCHEDULES[kind];
  }

  /** Reads, and says what to write; written together with the mark that the day is done. */
  protected abstract outcomeOf(day: PlainDate, now: Instant): Promise<Outcome>;

  async handle({ ids }: Job, now: Instant): Promise<WriteBatch | null> {
    const day = plainDateOf(String(ids['day']));
    const latest = latestOccurrence(this.schedule, now, this.calendar);
    if (day > latest.day) throw new Error(`the ${this.kind} of ${day} is not due yet`);
    if (await this.isDone(day)) return null;
    if (day < latest.day || !isCaughtUp(this.schedule, latest, now, this.calendar))
      return this.passedOver(day, latest, now);
    const { detail, faults, writes = [] } = await this.outcomeOf(day, now);
    return { writes: [...writes, this.result(day, now, faults ? 'faults' : 'done', detail)] };
  }

  /** What was not done on its day is done once, by the latest of the days that were missed. */
  private passedOver(day: PlainDate, latest: Occurrence, now: Instant): WriteBatch {
    const missed = this.result(day, now, 'missed', {});
    if (day === latest.day || !isCaughtUp(this.schedule, latest, now, this.calendar))
      return { writes: [missed] };
    const row = this.rowOf(latest, now);
    return {
      writes: [missed, { insert: 'outbox', rows: [row], onConflict: { key: ['id'], then: 'ignore' } }],
    };
  }

  private result(day: PlainDate, now: Instant, outcome: JobOutcome, detail: Outcome['detail']): Insert {
    const row = {
      job: this.kind,
      on_day: day,
      done_at: millisOf(now),
      outcome,
      detail: JSON.stringify(detail),
    };
    return { insert: 'job_result', rows: [row] };
  }

  override async owed(now: Instant): Promise<readonly Row[]> {
    const latest = latestOccurrence(this.schedule, now, this.calendar);
    const next = nextOccurrence(this.schedule, now, this.calendar);
    const missed = (await this.isMissed(latest, now)) ? [latest] : [];
    const wanted = [next, ...missed];
    const there = await this.database.read<{ id: string }>('SELECT id FROM outbox WHERE id IN (?, ?)', [
      occurrenceId(this.kind, next.day),
      occurrenceId(this.kind, latest.day),
    ]);
    return wanted
      .filter(({ day }) => !there.some(({ id }) => id === occurrenceId(this.kind, day)))
      .map((occurrence) => this.rowOf(occurrence, now));
  }

  private async isMissed(latest: Occurrence, now: Instant): Promise<boolean> {
    if (!isCaughtUp(this.schedule, latest, now, this.calendar)) return false;
    const [earlier] = await this.database.read<{ first: string | null; done: number }>(
      `SELECT MIN(on_day) AS first, COALESCE(SUM(CASE WHEN on_day = ? THEN 1 ELSE 0 END), 0) AS done
       FROM job_result WHERE job = ?`,
      [latest.day, this.kind],
    );
    return typeof earlier?.first === 'string' && earlier.first < latest.day && earlier.done === 0;
  }

  private async isDone(day: PlainDate): Promise<boolean> {
    const done = await this.database.read('SELECT on_day FROM job_result WHERE job = ? AND on_day = ?', [
      this.kind,
      day,
    ]);
    return done.length > 0;
  }

  private rowOf({ day, at }: Occurrence, now: Instant): Row {
    const id = occurrenceId(this.kind, day);
    return outboxRow({ id, kind: this.kind, subject: 'bureau', ids: { day }, at }, now);
  }
}
