import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type Account,
  type Capacity,
  CurrentAccount,
  Door,
  ListAccounts,
  wallProblem,
  Walls,
} from '@bureau/access';
import type { z } from 'zod';
import { AdvanceCase } from '../../application/advance-case.use-case';
import { CaseStore } from '../../application/case.store';
import type { LaterCaseEvent } from '../../domain/case/case.events';
import { CaseDesk } from './case.desk';
import { caseProblem, notAColleague, orProblem } from './case-problems';
import { assignSchema, caseNumber, deputySchema } from './case.schemas';

@ApiTags('cases of the advice desk')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@ApiResponse({ status: 404, description: 'No such case that you may see' })
@ApiResponse({ status: 409, description: 'The state does not allow it' })
@ApiResponse({ status: 422, description: 'It breaks a rule' })
@Controller('cases/:number')
export class CasePlanningController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly cases: CaseStore,
    private readonly accounts: ListAccounts,
    private readonly advance: AdvanceCase,
    private readonly walls: Walls,
  ) {}

  @Post('assign')
  @HttpCode(200)
  @Door('case.assign')
  @ApiOperation({ summary: 'Gives a case to another colleague' })
  @ApiResponse({ status: 200, description: 'Assigned' })
  async assign(
    @Param('number', { schema: caseNumber }) number: string,
    @Body({ schema: assignSchema }) { handler }: z.output<typeof assignSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.plan(number, handler, { type: 'case.assigned', handler }, account);
  }

  @Post('deputy')
  @HttpCode(200)
  @Door('case.assign')
  @ApiOperation({ summary: 'Says who stands in for the handler; null for nobody' })
  @ApiResponse({ status: 200, description: 'Set' })
  async deputy(
    @Param('number', { schema: caseNumber }) number: string,
    @Body({ schema: deputySchema }) { deputy }: z.output<typeof deputySchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.plan(number, deputy, { type: 'case.deputed', deputy }, account);
  }

  private async plan(number: string, colleague: string | null, event: LaterCaseEvent, account: Account) {
    await this.desk.depthOf(number, account);
    if (colleague !== null && !(await this.mayHandle(number, colleague)))
      throw notAColleague(account.language);
    const capacity = event.type === 'case.assigned' ? 'handler' : 'deputy';
    const before = await this.holder(number, capacity);
    await this.letIn(number, colleague, capacity, account);
    const result = await this.advance.execute({ number, what: { event }, actor: account.username });
    const gone = result.ok ? before : colleague;
    if (gone !== null && before !== colleague)
      await this.walls.leave(gone, { kind: 'case', number }, capacity);
    const { revision, state } = orProblem(result, (found) => caseProblem(found, account.language));
    // The planner knows that the case exists, and hears no more of it than that.
    return { number, revision, state };
  }

  /** Before the case is theirs: nobody comes to the second side of a wall, not for a moment. */
  private async letIn(
    number: string,
    colleague: string | null,
    capacity: 'handler' | 'deputy',
    { username, language }: Account,
  ): Promise<void> {
    if (colleague === null) return;
    const entry = { account: colleague, file: { kind: 'case', number }, capacity, by: username } as const;
    if ((await this.walls.enter(entry)) === 'hidden')
      throw wallProblem('not-available-for-this-file', language);
  }

  private async holder(number: string, capacity: Capacity): Promise<string | null> {
    const stored = await this.cases.load(number);
    if (!stored) return null;
    const { handler, deputy } = stored.snapshot.facts;
    return capacity === 'handler' ? handler : deputy;
  }

  private async mayHandle(number: string, username: string): Promise<boolean> {
    const account = (await this.accounts.execute()).find((one) => one.username === username);
    const stored = await this.cases.load(number);
    if (!account || account.disabled || !stored) return false;
    const { roles } = account;
    const { line } = stored.snapshot.facts;
    return roles.includes('jurist') || (line === 1 && roles.includes('student'));
  }
}
