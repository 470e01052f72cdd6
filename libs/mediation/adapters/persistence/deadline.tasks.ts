import type { PlainDate } from '@bureau/kernel';
import type { NewTask, TaskStage } from '@bureau/platform';
import { DEADLINES, type DeadlineKind } from '../../domain/deadline/deadline.catalogue';
import { wakeId, type DeadlineDate } from './request.batch';

/** The id of the task of one stage of one date of a deadline: there is one at most. */
export const deadlineTaskId = ({ request, kind, revision }: DeadlineDate, stage: TaskStage): string =>
  `${wakeId(request, kind, revision)}-${stage}`;

/** What somebody is asked to do because of a deadline; passed on, it is the senior coordinator's. */
export function deadlineTask(
  { dueOn, ...date }: DeadlineDate & { readonly dueOn: PlainDate },
  stage: TaskStage,
): NewTask {
  const { request, kind, revision } = date;
  return {
    id: deadlineTaskId(date, stage),
    subject: request,
    kind,
    stage,
    deadline: { kind, revision },
    forRole: stage === 'escalated' ? 'senior_coordinator' : DEADLINES[kind as DeadlineKind].responsible,
    dueOn,
  };
}
