import type { Language } from '@bureau/kernel';
import { TASK_STAGES } from '@bureau/platform';
import type { OpenTask } from '../../application/tasks';
import { taskLabel } from '../../domain/task/tasks.catalogue';

/** A task as lists show it. */
export const taskView = (
  { id, kind, stage, forRole, forPerson, dueOn, openedAt, detail }: OpenTask,
  language: Language,
) => ({
  id,
  kind,
  label: taskLabel(kind)[language],
  stage,
  stageLabel: TASK_STAGES[stage].label[language],
  forRole,
  forPerson,
  due: dueOn,
  openedAt,
  detail,
});
