import { Injectable } from '@nestjs/common';
import { instantFromMillis, type Instant, type PlainDate } from '@bureau/kernel';
import { closeTask, Database, type TaskRow, type TaskStage } from '@bureau/platform';
import { type OpenTask, type TaskOnFile, Tasks } from '../../application/tasks';

/** Texts of a query are prepared once each: a list is asked for in steps of this size, the last filled up. */
const STEP = 50;

type Read = TaskRow & { readonly deadline_state: string | null; readonly deadline_revision: number | null };

const TASK = `SELECT t.*, d.state AS deadline_state, d.revision AS deadline_revision FROM task t
  LEFT JOIN request_deadline d ON d.request = t.subject AND d.kind = t.deadline`;

@Injectable()
export class DatabaseTasks extends Tasks {
  constructor(private readonly database: Database) {
    super();
  }

  async openIn(requests: readonly string[]): Promise<readonly OpenTask[]> {
    if (requests.length === 0) return [];
    const size = Math.ceil(requests.length / STEP) * STEP;
    const rows = await this.database.read<Read>(
      `${TASK} WHERE t.done_at IS NULL AND t.subject IN (${new Array<string>(size).fill('?').join(', ')})
       ORDER BY t.opened_at, t.id`,
      Array.from({ length: size }, (_, index) => requests[index] ?? ''),
    );
    return rows.filter((row) => endOf(row) === null).map(taskOf);
  }

  async find(id: string): Promise<TaskOnFile | null> {
    const [row] = await this.database.read<Read>(`${TASK} WHERE t.id = ?`, [id]);
    return row ? { ...taskOf(row), done: endOf(row) } : null;
  }

  async tickOff(
    id: string,
    done: { readonly at: Instant; readonly by: string; readonly because: string },
  ): Promise<'done' | 'closed'> {
    const result = await this.database.commit({ guard: closeTask({ id }, done), writes: [] });
    return result.ok ? 'done' : 'closed';
  }
}

function endOf(row: Read): TaskOnFile['done'] {
  if (row.done_at !== null)
    return { at: instantFromMillis(row.done_at), by: row.done_by, because: row.done_because ?? '' };
  const isLive =
    row.deadline === null || (row.deadline_state === 'open' && row.deadline_revision === row.revision);
  if (isLive) return null;
  // Not cleared away yet; what happened to its deadline has closed it all the same.
  const because = row.deadline_state === 'open' ? 'moved' : (row.deadline_state ?? 'dropped');
  return { at: instantFromMillis(row.opened_at), by: null, because };
}

const taskOf = (row: TaskRow): OpenTask => ({
  id: row.id,
  subject: row.subject,
  kind: row.kind,
  stage: row.stage as TaskStage,
  forRole: row.for_role,
  forPerson: row.for_person,
  dueOn: row.due_on as PlainDate | null,
  openedAt: instantFromMillis(row.opened_at),
  detail: JSON.parse(row.detail) as OpenTask['detail'],
});
