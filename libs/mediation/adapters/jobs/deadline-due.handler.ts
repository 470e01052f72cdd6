import { Injectable } from '@nestjs/common';
import { millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import {
  closeTask,
  Database,
  HandlesJob,
  type Job,
  JobHandler,
  openTasks,
  type Row,
  type WriteBatch,
} from '@bureau/platform';
import { deadlineTask, deadlineTaskId } from '../persistence/deadline.tasks';
import { type DeadlineDate, wakeRow } from '../persistence/request.batch';
import type { RequestDeadlineRow } from '../persistence/request.rows';

const MOST_LOST = 500;

type Read = Pick<RequestDeadlineRow, 'state' | 'due_on' | 'due_at' | 'fired_at'> & {
  readonly reminder: string | null;
};

/**
 * Tells of a deadline that has passed: once, never early. Firing marks it overdue and opens a task for whoever must
 * act; it never ends a mediation.
 */
@Injectable()
@HandlesJob('deadline.due')
export class DeadlineDueHandler extends JobHandler {
  constructor(private readonly database: Database) {
    super();
  }

  async handle({ ids }: Job, now: Instant): Promise<WriteBatch | null> {
    const { request, deadline: kind, revision } = ids;
    if (request === undefined || kind === undefined || revision === undefined)
      throw new Error('a wake-up of a deadline names request, deadline and revision');
    const date: DeadlineDate = { request: String(request), kind: String(kind), revision: Number(revision) };
    const row = await this.rowOf(date);
    // Moved (another revision), met, dropped, or fired already.
    if (row?.state !== 'open' || row.fired_at !== null) return null;
    const at = millisOf(now);
    if (row.due_at > at) throw new Error('the deadline is not due yet');
    const task = deadlineTask({ ...date, dueOn: row.due_on as PlainDate }, 'overdue');
    return {
      // The row as it was read: moved meanwhile or fired by another process, it is left alone.
      guard: {
        change: 'request_deadline',
        where: { ...date, state: 'open', fired_at: null },
        set: { fired_at: at },
      },
      writes: [
        openTasks([task], now),
        ...(row.reminder ? [closeTask({ id: row.reminder }, { at: now, because: 'overdue' })] : []),
      ],
    };
  }

  private async rowOf(date: DeadlineDate): Promise<Read | undefined> {
    const [row] = await this.database.read<Read>(
      `SELECT d.state, d.due_on, d.due_at, d.fired_at, t.id AS reminder FROM request_deadline d
       LEFT JOIN task t ON t.id = ? AND t.done_at IS NULL
       WHERE d.request = ? AND d.kind = ? AND d.revision = ?`,
      [deadlineTaskId(date, 'reminder'), date.request, date.kind, date.revision],
    );
    return row;
  }

  /** A restored backup, or a row deleted by hand, must not silence a deadline. */
  override async lost(now: Instant): Promise<readonly Row[]> {
    const at = millisOf(now);
    const lost = await this.database.read<
      Pick<RequestDeadlineRow, 'request' | 'kind' | 'revision' | 'due_at'>
    >(
      `SELECT d.request, d.kind, d.revision, d.due_at FROM request_deadline d
       LEFT JOIN outbox o ON o.id = 'dl-' || d.request || '-' || d.kind || '-' || d.revision
       WHERE d.state = 'open' AND d.fired_at IS NULL AND d.due_at <= ?
         AND (o.id IS NULL OR o.delivered_at IS NOT NULL)
       ORDER BY d.due_at LIMIT ?`,
      [at, MOST_LOST],
    );
    return lost.map((date) => wakeRow(date, at, date.due_at));
  }
}
