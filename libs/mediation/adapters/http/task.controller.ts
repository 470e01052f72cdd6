import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount, Door, Walls, type Account } from '@bureau/access';
import type { Language } from '@bureau/kernel';
import { Problem } from '@bureau/platform';
import { z } from 'zod';
import { PartInRequest } from '../../application/part-in-request';
import { Tasks } from '../../application/tasks';
import { TickOffTask, type TickOffProblem } from '../../application/tick-off-task.use-case';
import { reason } from '../wire/values.schema';
import { reachesTask } from './task.access';
import { taskView } from './task.view';

const taskId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/, 'must be the id of a task');
const doneSchema = z.strictObject({ reason });

@ApiTags('tasks')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('tasks')
export class TaskController {
  constructor(
    private readonly tasks: Tasks,
    private readonly tickOff: TickOffTask,
    private readonly parts: PartInRequest,
    private readonly walls: Walls,
  ) {}

  @Post(':id/done')
  @HttpCode(200)
  @Door('task.done')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Ticks off a task, with the reason' })
  @ApiResponse({ status: 200, description: 'Done' })
  @ApiResponse({ status: 404, description: 'No such task that you may see' })
  @ApiResponse({ status: 409, description: 'It was done already, or what happened has closed it' })
  async done(
    @Param('id', { schema: taskId }) id: string,
    @Body({ schema: doneSchema }) { reason: because }: z.output<typeof doneSchema>,
    @CurrentAccount() account: Account,
  ) {
    const task = await this.tasks.find(id);
    const role = task && (await this.parts.of(account, task.subject));
    if (!task || !reachesTask(account, 'task.done', task, role)) throw unknownTask(account.language);
    const file = { kind: 'mediation-request', number: task.subject } as const;
    if (await this.walls.hides(account.username, file)) throw unknownTask(account.language);
    const result = await this.tickOff.execute({ id, actor: account.username, because });
    if (!result.ok) throw problemOf(result.error, account.language);
    return { ...taskView(result.value, account.language), done: result.value.done };
  }
}

/** 404 also for what the caller may not know to exist. */
const unknownTask = (language: Language): Problem =>
  new Problem(404, {
    code: 'unknown-task',
    title: language === 'nl' ? 'Onbekende taak' : 'Unknown task',
    detail:
      language === 'nl'
        ? 'Er is geen taak met dit kenmerk die u mag zien. Haal uw werklijst opnieuw op.'
        : 'There is no task with this id that you may see. Fetch your worklist again.',
  });

function problemOf(problem: TickOffProblem, language: Language): Problem {
  if (problem.because === 'unknown') return unknownTask(language);
  const { at, by, because } = problem.done;
  return new Problem(409, {
    code: 'task-closed',
    title: language === 'nl' ? 'Deze taak is al afgerond' : 'This task is closed already',
    detail:
      language === 'nl'
        ? 'Iemand heeft haar afgevinkt, of wat er gebeurde heeft haar overbodig gemaakt. U hoeft niets te doen.'
        : 'Somebody ticked it off, or what happened has made it needless. There is nothing left to do.',
    done: { at, by, because },
  });
}
