import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount, Door, reachOf, type Account } from '@bureau/access';
import { dayInWords, distanceInWords, endOfDay, localDate, startOfDay } from '@bureau/calendar';
import { addDays, Clock, millisOf, type Language, type PlainDate } from '@bureau/kernel';
import { Problem } from '@bureau/platform';
import type { z } from 'zod';
import { BureauRules } from '../../application/bureau-rules';
import { lightOf } from '../../application/request.view';
import { type OpenTask, Tasks } from '../../application/tasks';
import { Worklist, type WorklistRow } from '../../application/worklist.query';
import { DEADLINES, type DeadlineKind } from '../../domain/deadline/deadline.catalogue';
import { PHASES } from '../../domain/request/phase.rules';
import { reachesTask } from './task.access';
import { taskView } from './task.view';
import { cursorOf, placeFrom, worklistQuerySchema } from './worklist.schema';

@ApiTags('worklist')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly worklist: Worklist,
    private readonly tasks: Tasks,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Door('worklist.view')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: "The caller's open requests, most urgent first" })
  @ApiResponse({ status: 200, description: 'One page of the list, and the cursor of the next' })
  async list(
    @Query({ schema: worklistQuerySchema }) query: z.output<typeof worklistQuerySchema>,
    @CurrentAccount() account: Account,
  ) {
    const today = localDate(this.clock.now(), this.rules.calendar.zone);
    const after = query.cursor === undefined ? undefined : placeFrom(query.cursor);
    if (after === null)
      throw new Problem(400, {
        code: 'malformed',
        title: 'This does not fit',
        detail: 'cursor: must be the `next` of an earlier page',
      });
    const { role, phase, assignee, q, due, limit } = query;
    const question = {
      asker: account.username,
      askedAt: this.clock.now(),
      // Whoever may see only their own asks for nobody's when no person of the pool stands behind the account.
      ownOf: reachOf(account, 'worklist.view') === 'any' ? null : (account.person ?? ''),
      ...(role && { role }),
      ...(phase && { phase }),
      ...(assignee && { assignee }),
      ...(q && { q }),
      ...(due && { dueBefore: this.before(due, today) }),
    };
    const rows = await this.worklist.page({ ...question, most: limit + 1, ...(after && { after }) });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const tasks = await this.tasksOf(page, account);
    return {
      today,
      total: await this.worklist.count({ ...question, most: 1 }),
      items: page.map((row) => ({
        ...this.itemOf(row, today, account.language),
        tasks: tasks
          .filter(({ subject }) => subject === row.number)
          .map((task) => taskView(task, account.language)),
      })),
      next: rows.length > limit && last ? cursorOf(last.place) : null,
    };
  }

  /** What is to be done in these requests, as far as it is the caller's; every request of an own list is an own one. */
  private async tasksOf(page: readonly WorklistRow[], account: Account): Promise<readonly OpenTask[]> {
    const tasks = await this.tasks.openIn(page.map(({ number }) => number));
    return tasks.filter((task) => reachesTask(account, 'worklist.view', task, 'mediator'));
  }

  private before(due: 'overdue' | 'today' | 'week', today: PlainDate): number {
    const { zone } = this.rules.calendar;
    if (due === 'overdue') return millisOf(startOfDay(today, zone)) + 1;
    return millisOf(endOfDay(due === 'today' ? today : addDays(today, 7), zone)) + 1;
  }

  private itemOf(row: WorklistRow, today: PlainDate, language: Language) {
    const { place: _, nextDeadline, nextDueOn, ...request } = row;
    const kind = nextDeadline as DeadlineKind | null;
    const dueOn = nextDueOn as PlainDate | null;
    return {
      ...request,
      phaseLabel: PHASES[row.phase].label[language],
      next:
        kind && dueOn
          ? {
              deadline: kind,
              label: DEADLINES[kind].label[language],
              due: dueOn,
              dueInWords: dayInWords(dueOn, language),
              distance: distanceInWords(today, dueOn, this.rules.calendar, language),
              light: lightOf({ state: 'open', dueOn }, today),
              responsible: DEADLINES[kind].responsible,
            }
          : null,
    };
  }
}
