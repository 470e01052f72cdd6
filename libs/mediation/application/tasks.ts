import type { Instant, PlainDate } from '@bureau/kernel';
import type { TaskStage } from '@bureau/platform';

/** Something that somebody is asked to do, as long as it is still to be done. */
export interface OpenTask {
  readonly id: string;
  /** The number of the request or case. */
  readonly subject: string;
  readonly kind: string;
  readonly stage: TaskStage;
  readonly forRole: string;
  readonly forPerson: string | null;
  readonly dueOn: PlainDate | null;
  readonly openedAt: Instant;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface TaskOnFile extends OpenTask {
  /** How it came to its end; null as long as it is to be done. */
  readonly done: { readonly at: Instant; readonly by: string | null; readonly because: string } | null;
}

/** Where tasks are kept. One whose deadline is met, dropped, paused or moved is nobody's task any more. */
export abstract class Tasks {
  /** What is still to be done in these requests, the longest open first. */
  abstract openIn(requests: readonly string[]): Promise<readonly OpenTask[]>;

  abstract find(id: string): Promise<TaskOnFile | null>;

  /** 'closed' when it was closed already, by whatever was first. */
  abstract tickOff(
    id: string,
    done: { readonly at: Instant; readonly by: string; readonly because: string },
  ): Promise<'done' | 'closed'>;
}
