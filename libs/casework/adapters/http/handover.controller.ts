import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, Walls } from '@bureau/access';
import { registrationSchema, requestNumber } from '@bureau/mediation';
import { z } from 'zod';
import { DecideHandover, type HandoverStep } from '../../application/decide-handover.use-case';
import { Handovers } from '../../application/handovers.port';
import type { Handover } from '../../domain/handover/handover';
import { CaseDesk } from './case.desk';
import { handoverProblem, orProblem, unknownHandover } from './case-problems';
import { handoverId, reasonSchema } from './case.schemas';

const acceptSchema = z.union([
  z.strictObject({ request: requestNumber }),
  z.strictObject({ registration: registrationSchema }),
]);
const querySchema = z.strictObject({
  which: z.enum(['waiting', 'all']).default('waiting'),
  request: requestNumber.optional(),
});

const MOST_SHOWN = 200;

@ApiTags('hand-over to mediation')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('handovers')
export class HandoverController {
  constructor(
    private readonly handovers: Handovers,
    private readonly deciding: DecideHandover,
    private readonly desk: CaseDesk,
    private readonly walls: Walls,
  ) {}

  @Get()
  @Door('handover.decide')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'What jurists offered the bureau, the longest waiting first; or all of one request',
  })
  @ApiResponse({ status: 200, description: 'The shared facts of each; nothing of the advice file' })
  async queue(
    @Query({ schema: querySchema }) { which, request }: z.output<typeof querySchema>,
    @CurrentAccount() { username }: Account,
  ) {
    const found = request
      ? await this.handovers.ofRequest(request)
      : await this.handovers.queue(which, MOST_SHOWN);
    const hidden = new Set((await this.walls.hiddenFrom(username)).map(({ number }) => number));
    const isSeen = ({ caseNumber, request: joined }: Handover): boolean =>
      !hidden.has(caseNumber) && (joined === null || !hidden.has(joined));
    return { items: found.filter(isSeen).map(forBureau) };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Door('handover.decide')
  @ApiOperation({ summary: 'Takes it in: as a new request, or with one that is there already' })
  @ApiResponse({ status: 200, description: 'Accepted, with the number of the request' })
  @ApiResponse({ status: 404, description: 'No such hand-over' })
  @ApiResponse({ status: 409, description: 'Decided already' })
  @ApiResponse({ status: 422, description: 'It breaks a rule' })
  accept(
    @Param('id', { schema: handoverId }) id: string,
    @Body({ schema: acceptSchema }) body: z.output<typeof acceptSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.byBureau(id, { step: 'accept', ...body }, account);
  }

  @Post(':id/ask-back')
  @HttpCode(200)
  @Door('handover.decide')
  @ApiOperation({ summary: 'Asks the jurist something first' })
  @ApiResponse({ status: 200, description: 'Asked' })
  @ApiResponse({ status: 404, description: 'No such hand-over' })
  @ApiResponse({ status: 409, description: 'It is not waiting for the bureau' })
  askBack(
    @Param('id', { schema: handoverId }) id: string,
    @Body({ schema: reasonSchema }) { reason }: z.output<typeof reasonSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.byBureau(id, { step: 'ask-back', reason }, account);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Door('handover.decide')
  @ApiOperation({ summary: 'Refuses it, with the reason' })
  @ApiResponse({ status: 200, description: 'Refused' })
  @ApiResponse({ status: 404, description: 'No such hand-over' })
  @ApiResponse({ status: 409, description: 'Decided already' })
  refuse(
    @Param('id', { schema: handoverId }) id: string,
    @Body({ schema: reasonSchema }) { reason }: z.output<typeof reasonSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.byBureau(id, { step: 'refuse', reason }, account);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Door('handover.offer')
  @ApiOperation({ summary: 'Answers what the bureau asked' })
  @ApiResponse({ status: 200, description: 'Answered: it waits for the bureau again' })
  @ApiResponse({ status: 404, description: 'No such hand-over that you may see' })
  @ApiResponse({ status: 409, description: 'Nothing was asked' })
  answer(
    @Param('id', { schema: handoverId }) id: string,
    @Body({ schema: reasonSchema }) { reason }: z.output<typeof reasonSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.byJurist(id, { step: 'answer', reason }, account);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Door('handover.offer')
  @ApiOperation({ summary: 'Takes it back before it is decided, with the reason' })
  @ApiResponse({ status: 200, description: 'Withdrawn' })
  @ApiResponse({ status: 404, description: 'No such hand-over that you may see' })
  @ApiResponse({ status: 409, description: 'Decided already' })
  withdraw(
    @Param('id', { schema: handoverId }) id: string,
    @Body({ schema: reasonSchema }) { reason }: z.output<typeof reasonSchema>,
    @CurrentAccount() account: Account,
  ) {
    return this.byJurist(id, { step: 'withdraw', reason }, account);
  }

  private async byBureau(id: string, step: HandoverStep, account: Account) {
    const offered = await this.handovers.find(id);
    if (!offered || (await this.isHidden(offered, account))) throw unknownHandover(account.language);
    // Who stands on the other side of the request to be joined hears that there is none.
    const joined = 'request' in step ? { kind: 'mediation-request' as const, number: step.request } : null;
    if (joined && (await this.walls.hides(account.username, joined)))
      throw handoverProblem({ because: 'no-such-request' }, account.language);
    const result = await this.deciding.execute(id, step, account.username);
    orProblem(result, (found) => handoverProblem(found, account.language));
    const handover = await this.handovers.find(id);
    if (!handover) throw unknownHandover(account.language);
    return forBureau(handover);
  }

  private async isHidden({ caseNumber, request }: Handover, { username }: Account): Promise<boolean> {
    if (await this.walls.hides(username, { kind: 'case', number: caseNumber })) return true;
    return request !== null && this.walls.hides(username, { kind: 'mediation-request', number: request });
  }

  private async byJurist(id: string, step: HandoverStep, account: Account) {
    const handover = await this.handovers.find(id);
    if (!handover) throw unknownHandover(account.language);
    const depth = await this.desk.depthOf(handover.caseNumber, account).catch(() => null);
    if (depth !== 'content') throw unknownHandover(account.language);
    const result = await this.deciding.execute(id, step, account.username);
    const { number, revision, state } = orProblem(result, (found) =>
      handoverProblem(found, account.language),
    );
    return { id, number, revision, state };
  }
}

/** What the bureau sees: all of it but the number of the advice file, which stays closed. */
const forBureau = ({ caseNumber: _, ...shared }: Handover) => shared;
