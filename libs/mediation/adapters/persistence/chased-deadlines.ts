import { Injectable } from '@nestjs/common';
import { endOfDay } from '@bureau/calendar';
import { millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import { Database, type TaskRow } from '@bureau/platform';
import { BureauRules } from '../../application/bureau-rules';
import type { DeadlineKind } from '../../domain/deadline/deadline.catalogue';
import type { DeadlineDate } from './request.batch';
import type { RequestDeadlineRow } from './request.rows';

export type Chased = DeadlineDate & { readonly dueOn: PlainDate };

/** A task that hangs on a date which is no longer what somebody must act on, and what became of that date. */
export interface Stale {
  readonly id: string;
  readonly because: string;
}

/** What the morning's round has to go through; each question a page, asked again until a page is not full. */
@Injectable()
export class ChasedDeadlines {
  constructor(
    private readonly database: Database,
    private readonly rules: BureauRules,
  ) {}

  /** Open deadlines of these kinds that are not overdue, due by the end of a day, of which nobody has been reminded. */
  async toRemind(
    kinds: readonly DeadlineKind[],
    until: PlainDate,
    now: Instant,
    most: number,
  ): Promise<Chased[]> {
    const rows = await this.database.read<RequestDeadlineRow>(
      `SELECT d.request, d.kind, d.revision, d.due_on FROM request_deadline d
       LEFT JOIN task t ON t.id = 'dl-' || d.request || '-' || d.kind || '-' || d.revision || '-reminder'
       WHERE d.state = 'open' AND d.fired_at IS NULL AND d.due_at > ? AND d.due_at <= ?
         AND d.kind IN (${kinds.map(() => '?').join(', ')}) AND t.id IS NULL
       ORDER BY d.due_at LIMIT ?`,
      [millisOf(now), millisOf(endOfDay(until, this.rules.calendar.zone)), ...kinds, most],
    );
    return rows.map(chasedOf);
  }

  /** Overdue deadlines of these kinds, last day not later than `until`, whose task nobody has ticked off. */
  async toEscalate(kinds: readonly DeadlineKind[], until: PlainDate, most: number): Promise<Chased[]> {
    const rows = await this.database.read<RequestDeadlineRow>(
      `SELECT d.request, d.kind, d.revision, d.due_on FROM task t
       JOIN request_deadline d ON d.request = t.subject AND d.kind = t.deadline AND d.revision = t.revision
       WHERE t.done_at IS NULL AND t.stage = 'overdue' AND t.due_on <= ?
         AND t.deadline IN (${kinds.map(() => '?').join(', ')}) AND d.state = 'open'
       ORDER BY t.id LIMIT ?`,
      [until, ...kinds, most],
    );
    return rows.map(chasedOf);
  }

  /** Overdue deadlines without a task: their wake-up is yet to come, or the task of an earlier one was lost. */
  async untold(kinds: readonly DeadlineKind[], now: Instant, most: number): Promise<Chased[]> {
    const rows = await this.database.read<RequestDeadlineRow>(
      `SELECT d.request, d.kind, d.revision, d.due_on FROM request_deadline d
       LEFT JOIN task t ON t.id = 'dl-' || d.request || '-' || d.kind || '-' || d.revision || '-overdue'
       WHERE d.state = 'open' AND d.due_at <= ?
         AND d.kind IN (${kinds.map(() => '?').join(', ')}) AND t.id IS NULL
       LIMIT ?`,
      [millisOf(now), ...kinds, most],
    );
    return rows.map(chasedOf);
  }

  /** Open tasks whose deadline was met, dropped or paused, or has another date by now. */
  async stale(most: number): Promise<readonly Stale[]> {
    const rows = await this.database.read<Pick<TaskRow, 'id'> & { readonly state: string | null }>(
      `SELECT t.id, CASE WHEN d.state = 'open' THEN 'moved' ELSE d.state END AS state FROM task t
       LEFT JOIN request_deadline d ON d.request = t.subject AND d.kind = t.deadline
       WHERE t.done_at IS NULL AND t.deadline IS NOT NULL
         AND (d.kind IS NULL OR d.state <> 'open' OR d.revision <> t.revision)
       ORDER BY t.id LIMIT ?`,
      [most],
    );
    return rows.map(({ id, state }) => ({ id, because: state ?? 'dropped' }));
  }
}

const chasedOf = ({ request, kind, revision, due_on: dueOn }: RequestDeadlineRow): Chased => ({
  request,
  kind,
  revision,
  dueOn: dueOn as PlainDate,
});
