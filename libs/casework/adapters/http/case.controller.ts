import { Body, Controller, Get, Header, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { accessProblem, type Account, CurrentAccount, Door } from '@bureau/access';
import { idempotencyFrom } from '@bureau/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import type { CaseAnswer } from '../../application/case.answer';
import { CaseList, type CaseQuestion } from '../../application/case.list.query';
import { CheckCase } from '../../application/conflict/check-case.use-case';
import type { CheckOutcome } from '../../application/conflict/conflict.ports';
import { OpenCase } from '../../application/open-case.use-case';
import { ViewCase } from '../../application/view-case.query';
import { CaseDesk } from './case.desk';
import { badCursor, caseProblem, orProblem, unknownCase } from './case-problems';
import { caseNumber, caseQuerySchema, cursorOf, openSchema, placeFrom } from './case.schemas';

@ApiTags('cases of the advice desk')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('cases')
export class CaseController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly cases: CaseList,
    private readonly opening: OpenCase,
    private readonly views: ViewCase,
    private readonly conflicts: CheckCase,
  ) {}

  @Get()
  @Door('case.list')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Cases as far as you may see them, the latest first; with `due` by follow-up' })
  @ApiResponse({ status: 200, description: 'One page, and the cursor of the next' })
  async list(
    @Query({ schema: caseQuerySchema }) query: z.output<typeof caseQuerySchema>,
    @CurrentAccount() account: Account,
  ) {
    const rows = await this.cases.page(questionOf(query), this.desk.viewerOf(account));
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page.map(({ content, ...rest }) => ({ ...rest, ...(content ?? {}) })),
      next:
        rows.length > query.limit && last
          ? cursorOf({ due: last.content?.followUpDue ?? '', number: last.number })
          : null,
    };
  }

  @Post()
  @Door('case.open')
  @ApiOperation({ summary: 'Opens a case; you handle it' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, description: 'Opened under the number in Location' })
  @ApiResponse({ status: 422, description: 'What was sent breaks a rule' })
  async open(
    @Body({ schema: openSchema }) body: z.output<typeof openSchema>,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer & { readonly conflict: CheckOutcome }> {
    const { people, ...opened } = body;
    if (opened.line === 2 && !account.roles.includes('jurist'))
      throw accessProblem('not-your-role', account.language);
    const result = await this.opening.execute({
      opened: { ...opened, handler: account.username },
      people,
      actor: account.username,
      idempotency: idempotencyFrom(key, body),
    });
    const answer = orProblem(result, (found) => caseProblem(found, account.language));
    const conflict = await this.conflicts.atRegistration(answer.number, account.username);
    response.location(`/api/cases/${answer.number}`);
    response.setHeader('ETag', `"${answer.revision}"`);
    return { ...answer, conflict: conflict === 'hidden' ? 'possible' : conflict };
  }

  @Get(':number')
  @Door('case.view')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A case, as far as you may see it' })
  @ApiResponse({ status: 200, description: 'All of it, or only that it exists' })
  @ApiResponse({ status: 404, description: 'No such case that you may see' })
  async view(
    @Param('number', { schema: caseNumber }) number: string,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ) {
    if ((await this.desk.depthOf(number, account)) === 'existence') return this.views.existence(number);
    const view = await this.views.content(number, account.language);
    if (!view) throw unknownCase(account.language);
    response.setHeader('ETag', `"${view.revision}"`);
    return view;
  }

  @Get(':number/history')
  @Door('case.work')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Every event of a case in order' })
  @ApiResponse({ status: 200, description: 'The history' })
  @ApiResponse({ status: 404, description: 'No such case that you may see' })
  async history(@Param('number', { schema: caseNumber }) number: string, @CurrentAccount() account: Account) {
    await this.desk.demandContent(number, 'case.work', account);
    return { number, entries: await this.views.history(number, account.language) };
  }
}

function questionOf(query: z.output<typeof caseQuerySchema>): CaseQuestion {
  const { own, open, line, state, handler, year, code, due, q, cursor, limit } = query;
  const after = cursor === undefined ? undefined : placeFrom(cursor);
  if (after === null) throw badCursor();
  return {
    most: limit + 1,
    ...(own === '1' && { isOwn: true }),
    ...(open && { isOpen: open === '1' }),
    ...(line && { line: line === '1' ? 1 : 2 }),
    ...(state && { state }),
    ...(handler && { handler }),
    ...(year && { year: Number(year) }),
    ...(code && { code }),
    ...(due && { dueUntil: due }),
    ...(q && { q }),
    ...(after && { after }),
  };
}
