import { millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import type { Change, Insert, Row } from '../database';
import type { TaskStage } from './stages.catalogue';

/** A task as it is opened. */
export interface NewTask {
  /** Made from what it is about, so that opening it twice opens it once. */
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly stage: TaskStage;
  /** The deadline whose date it hangs on; left out, it stays until somebody closes it. */
  readonly deadline?: { readonly kind: string; readonly revision: number };
  readonly forRole: string;
  readonly forPerson?: string | null;
  readonly dueOn: PlainDate | null;
  /** Ids that explain it; never names or words of a family. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Opens tasks as part of a batch. One that was opened before stays as it is, ticked off or not. */
export const openTasks = (tasks: readonly NewTask[], at: Instant): Insert => ({
  insert: 'task',
  rows: tasks.map((task) => rowOf(task, at)),
  onConflict: { key: ['id'], then: 'ignore' },
});

/**
 * Closes a task as part of a batch, when it is still open. As a guard it also makes sure that nobody else closed it
 * meanwhile.
 */
export const closeTask = (
  which: { readonly id: string } | { readonly subject: string; readonly kind: string },
  { at, by = null, because }: { readonly at: Instant; readonly by?: string | null; readonly because: string },
): Change => ({
  change: 'task',
  where: { ...which, done_at: null },
  set: { done_at: millisOf(at), done_by: by, done_because: because },
});

const rowOf = (task: NewTask, at: Instant): Row => ({
  id: task.id,
  subject: task.subject,
  kind: task.kind,
  stage: task.stage,
  deadline: task.deadline?.kind ?? null,
  revision: task.deadline?.revision ?? null,
  for_role: task.forRole,
  for_person: task.forPerson ?? null,
  due_on: task.dueOn,
  detail: JSON.stringify(task.detail ?? {}),
  opened_at: millisOf(at),
});
