import { Injectable } from '@nestjs/common';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import { Tasks, type TaskOnFile } from './tasks';

export interface TickOffCommand {
  readonly id: string;
  readonly actor: string;
  readonly because: string;
}

export type TickOffProblem =
  | { readonly because: 'unknown' }
  | { readonly because: 'closed'; readonly done: NonNullable<TaskOnFile['done']> };

/**
 * Somebody answers for a task in words: it disappears from the lists, and is not passed on. Said again in the same
 * words, it is done all the same.
 */
@Injectable()
export class TickOffTask {
  constructor(
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  async execute({ id, actor, because }: TickOffCommand): Promise<Result<TaskOnFile, TickOffProblem>> {
    const before = await this.tasks.find(id);
    if (!before) return no({ because: 'unknown' });
    if (before.done === null) await this.tasks.tickOff(id, { at: this.clock.now(), by: actor, because });
    const task = (await this.tasks.find(id)) ?? before;
    if (task.done?.by === actor && task.done.because === because) return ok(task);
    return no(task.done ? { because: 'closed', done: task.done } : { because: 'unknown' });
  }
}
