import { Body, Controller, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, type DoorName } from '@bureau/access';
import { localDate } from '@bureau/calendar';
import { Clock, type Result } from '@bureau/kernel';
import { idempotencyFrom, revisionFrom } from '@bureau/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { AdvanceCase, type AdvanceCaseCommand, type Told } from '../../application/advance-case.use-case';
import type { CaseAnswer, CaseProblem } from '../../application/case.answer';
import { CheckCase } from '../../application/conflict/check-case.use-case';
import { DeskRules } from '../../application/desk-rules';
import { OfferHandover } from '../../application/offer-handover.use-case';
import { RecordContact } from '../../application/record-contact.use-case';
import { CaseDesk } from './case.desk';
import { caseProblem, orProblem } from './case-problems';
import * as schemas from './case.schemas';

type Sent<T extends z.ZodType> = z.output<T>;

/** What every call to a case brings along. */
interface Call {
  readonly number: string;
  readonly account: Account;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly response: Response;
}

@ApiTags('cases of the advice desk')
@ApiHeader({ name: 'Idempotency-Key', required: false })
@ApiHeader({ name: 'If-Match', required: false })
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role, or not your case' })
@ApiResponse({ status: 404, description: 'No such case that you may see' })
@ApiResponse({ status: 409, description: 'The state or the revision does not allow it' })
@ApiResponse({ status: 422, description: 'It breaks a rule' })
@Controller('cases/:number')
export class CaseWorkController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly advance: AdvanceCase,
    private readonly contacts: RecordContact,
    private readonly offers: OfferHandover,
    private readonly conflicts: CheckCase,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
  ) {}

  @Post('contacts')
  @Door('case.work')
  @ApiOperation({ summary: 'Records a contact moment; now, unless `at` says otherwise' })
  @ApiResponse({ status: 201, description: 'Recorded' })
  contact(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.contactSchema }) body: Sent<typeof schemas.contactSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    return this.answered({ number, account, headers, response }, 'case.work', body, (command) =>
      this.contacts.execute(body, command),
    );
  }

  @Post('close')
  @HttpCode(200)
  @Door('case.work')
  @ApiOperation({ summary: 'Closes a case with its reason' })
  @ApiResponse({ status: 200, description: 'Closed' })
  close(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.closeSchema }) body: Sent<typeof schemas.closeSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    const closedOn = body.closedOn ?? localDate(this.clock.now(), this.rules.calendar.zone);
    return this.told({ number, account, headers, response }, body, {
      event: { type: 'case.closed', reason: body.reason, closedOn },
    });
  }

  @Post('reopen')
  @HttpCode(200)
  @Door('case.work')
  @ApiOperation({ summary: 'Opens a closed case again, with the reason' })
  @ApiResponse({ status: 200, description: 'Open again' })
  reopen(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.reopenSchema }) body: Sent<typeof schemas.reopenSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    return this.told({ number, account, headers, response }, body, {
      event: { type: 'case.reopened', ...body },
    });
  }

  @Post('follow-up')
  @HttpCode(200)
  @Door('case.work')
  @ApiOperation({ summary: 'Moves the follow-up, with the reason' })
  @ApiResponse({ status: 200, description: 'Moved' })
  followUp(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.followUpSchema }) body: Sent<typeof schemas.followUpSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    return this.told({ number, account, headers, response }, body, {
      event: { type: 'follow_up.moved', ...body },
    });
  }

  @Post('referrals')
  @Door('case.work')
  @ApiOperation({ summary: 'Records that the caller was referred to a chain partner' })
  @ApiResponse({ status: 201, description: 'Recorded' })
  refer(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.referralSchema }) body: Sent<typeof schemas.referralSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    return this.told({ number, account, headers, response }, body, {
      event: { type: 'case.referred', ...body },
    });
  }

  @Post('revise')
  @HttpCode(200)
  @Door('case.work')
  @ApiOperation({ summary: 'Changes facts of a case, open or closed' })
  @ApiResponse({ status: 200, description: 'Changed' })
  async revise(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.reviseSchema }) body: Sent<typeof schemas.reviseSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    const answer = await this.told({ number, account, headers, response }, body, {
      event: { type: 'case.revised', ...body },
    });
    await this.conflicts.again(number, account.username);
    return answer;
  }

  @Put('people')
  @Door('case.work')
  @ApiOperation({ summary: 'Sets who is named in a case' })
  @ApiResponse({ status: 200, description: 'Set' })
  async people(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.peopleSchema }) body: Sent<typeof schemas.peopleSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    const { people } = body;
    const answer = await this.told({ number, account, headers, response }, body, {
      event: { type: 'case.people_changed', people: people.map(({ key, role }) => ({ key, role })) },
      alongside: { people },
    });
    await this.conflicts.again(number, account.username);
    return answer;
  }

  @Post('handover')
  @Door('handover.offer')
  @ApiOperation({
    summary: 'Offers the case to the mediation bureau, with consent and the facts of the list',
  })
  @ApiResponse({ status: 201, description: 'Offered; `handover` is its id' })
  handover(
    @Param('number', { schema: schemas.caseNumber }) number: string,
    @Body({ schema: schemas.offerSchema }) body: Sent<typeof schemas.offerSchema>,
    @Headers() headers: Record<string, string | undefined>,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseAnswer> {
    return this.answered({ number, account, headers, response }, 'handover.offer', body, (command) =>
      this.offers.execute(body, command),
    );
  }

  private told(call: Call, body: object, what: Told): Promise<CaseAnswer> {
    return this.answered(call, 'case.work', body, (command) => this.advance.execute({ ...command, what }));
  }

  private async answered(
    { number, account, headers, response }: Call,
    door: DoorName,
    body: object,
    act: (command: Omit<AdvanceCaseCommand, 'what'>) => Promise<Result<CaseAnswer, CaseProblem>>,
  ): Promise<CaseAnswer> {
    await this.desk.demandContent(number, door, account);
    const { path } = response.req;
    const result = await act({
      number,
      actor: account.username,
      expectedRevision: revisionFrom(headers['if-match']),
      idempotency: idempotencyFrom(headers['idempotency-key'], { path, body }),
    });
    const answer = orProblem(result, (found) => caseProblem(found, account.language));
    response.setHeader('ETag', `"${answer.revision}"`);
    return answer;
  }
}
