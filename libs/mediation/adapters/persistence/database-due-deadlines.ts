import { Injectable } from '@nestjs/common';
import { millisOf, type Instant } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import { DueDeadlines } from '../../application/fire-due-deadlines.use-case';
import { wakeId } from './request.batch';
import type { RequestDeadlineRow } from './request.rows';

@Injectable()
export class DatabaseDueDeadlines extends DueDeadlines {
  constructor(private readonly database: Database) {
    super();
  }

  async fire(now: Instant, most: number): Promise<number> {
    const at = millisOf(now);
    const due = await this.database.read<RequestDeadlineRow>(
      `SELECT request, kind, revision FROM request_deadline
       WHERE state = 'open' AND fired_at IS NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
      [at, most],
    );
    for (const { request, kind, revision } of due) {
      // The guard is the row as it was read: moved meanwhile or fired by another process, it is left alone.
      await this.database.commit({
        guard: {
          change: 'request_deadline',
          where: { request, kind, revision, state: 'open', fired_at: null },
          set: { fired_at: at },
        },
        writes: [
          {
            change: 'outbox',
            where: { id: wakeId(request, kind, revision) },
            set: { delivered_at: at, attempts: 1 },
          },
        ],
      });
    }
    return due.length;
  }
}
