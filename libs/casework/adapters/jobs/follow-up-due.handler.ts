import { Injectable } from '@nestjs/common';
import { instantFromMillis, millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import {
  Database,
  HandlesJob,
  type Job,
  JobHandler,
  openTasks,
  type Row,
  type WriteBatch,
} from '@bureau/platform';
import { FOLLOW_UP } from '../../domain/follow-up/follow-up.rules';
import { followUpWake, followUpWakeId } from '../persistence/case-save.batch';

const MOST_LOST = 500;

interface Due {
  readonly state: string;
  readonly due_on: string;
  readonly due_at: number;
  readonly fired_at: number | null;
  readonly handler: string;
  readonly line: number;
}

/** Tells of a follow-up that was not held in time: once, never early, to whoever handles the case. */
@Injectable()
@HandlesJob('follow-up.due')
export class FollowUpDueHandler extends JobHandler {
  constructor(private readonly database: Database) {
    super();
  }

  async handle({ ids }: Job, now: Instant): Promise<WriteBatch | null> {
    const { case: id, revision } = ids;
    if (id === undefined || revision === undefined)
      throw new Error('a wake-up of a follow-up names case and revision');
    const number = String(id);
    const date = { case_number: number, kind: FOLLOW_UP, revision: Number(revision) };
    const [row] = await this.database.read<Due>(
      `SELECT d.state, d.due_on, d.due_at, d.fired_at, c.handler, c.line FROM case_deadline d
       JOIN case_file c ON c.number = d.case_number
       WHERE d.case_number = ? AND d.kind = ? AND d.revision = ?`,
      [number, FOLLOW_UP, date.revision],
    );
    // Moved (another revision), held, dropped, or told of already.
    if (row?.state !== 'open' || row.fired_at !== null) return null;
    if (row.due_at > millisOf(now)) throw new Error('the follow-up is not due yet');
    return {
      guard: {
        change: 'case_deadline',
        where: { ...date, state: 'open', fired_at: null },
        set: { fired_at: millisOf(now) },
      },
      writes: [
        openTasks(
          [
            {
              id: `${followUpWakeId(number, date.revision)}-overdue`,
              subject: number,
              kind: FOLLOW_UP,
              stage: 'overdue',
              forRole: row.line === 2 ? 'jurist' : 'student',
              forPerson: row.handler,
              dueOn: row.due_on as PlainDate,
            },
          ],
          now,
        ),
      ],
    };
  }

  /** A restored backup, or a row deleted by hand, must not silence a follow-up. */
  override async lost(now: Instant): Promise<readonly Row[]> {
    const rows = await this.database.read<{ case_number: string; revision: number; due_at: number }>(
      `SELECT d.case_number, d.revision, d.due_at FROM case_deadline d
       LEFT JOIN outbox o ON o.id = 'cf-' || d.case_number || '-' || d.revision
       WHERE d.state = 'open' AND d.fired_at IS NULL AND d.due_at <= ?
         AND (o.id IS NULL OR o.delivered_at IS NOT NULL)
       ORDER BY d.due_at LIMIT ?`,
      [millisOf(now), MOST_LOST],
    );
    return rows.map((row) => followUpWake(row.case_number, row.revision, instantFromMillis(row.due_at), now));
  }
}
