import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, ListAccounts } from '@bureau/access';
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
    const result = await this.advance.execute({ number, what: { event }, actor: account.username });
    const { revision, state } = orProblem(result, (found) => caseProblem(found, account.language));
    // The planner knows that the case exists, and hears no more of it than that.
    return { number, revision, state };
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
