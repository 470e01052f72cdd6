import { Injectable } from '@nestjs/common';
import { millisOf, type Instant } from '@bureau/kernel';
import { Database, HandlesJob, type Job, JobHandler, type Row, type WriteBatch } from '@bureau/platform';
import { wakeRow } from '../persistence/request.batch';
import type { RequestDeadlineRow } from '../persistence/request.rows';

const MOST_LOST = 500;

/**
 * Tells of a deadline that has passed: once, never early. Firing marks it overdue for whoever must act; it never ends
 * a mediation.
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
    const at = millisOf(now);
    const date = { request, kind, revision };
    const [row] = await this.database.read<Pick<RequestDeadlineRow, 'state' | 'due_at' | 'fired_at'>>(
      'SELECT state, due_at, fired_at FROM request_deadline WHERE request = ? AND kind = ? AND revision = ?',
      [request, kind, revision],
    );
    // Moved (another revision), met, dropped, or fired already.
    if (row?.state !== 'open' || row.fired_at !== null) return null;
    if (row.due_at > at) throw new Error('the deadline is not due yet');
    return {
      // The row as it was read: moved meanwhile or fired by another process, it is left alone.
      guard: {
        change: 'request_deadline',
        where: { ...date, state: 'open', fired_at: null },
        set: { fired_at: at },
      },
      writes: [],
    };
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
