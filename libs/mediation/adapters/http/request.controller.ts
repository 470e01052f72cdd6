import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  type HttpException,
  Param,
  Post,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  accessProblem,
  CurrentAccount,
  Door,
  firstOpen,
  may,
  maySend,
  type Account,
  type DoorName,
  type Entry,
  Walls,
} from '@bureau/access';
import type { Result } from '@bureau/kernel';
import type { Response } from 'express';
import type { z } from 'zod';
import { AdvanceRequest, type AdvanceProblem } from '../../application/advance-request.use-case';
import type { Answer } from '../../application/answer';
import { PartInRequest } from '../../application/part-in-request';
import { RegisterRequest } from '../../application/register-request.use-case';
import { ViewRequest, type ViewDepth } from '../../application/view-request.query';
import { eventSchema, registrationSchema } from '../wire/event.schema';
import { requestNumber } from '../wire/values.schema';
import { idempotencyFrom, revisionFrom } from '@bureau/platform';
import { problemOf, unknownRequest, type Caller } from './request-problems';
import { visitorOf, type Visitor } from './visitor';

const DEPTHS: readonly (readonly [DoorName, ViewDepth])[] = [
  ['request.view', 'full'],
  ['request.view.dates', 'dates'],
  ['request.view.status', 'status'],
];

@ApiTags('mediation requests')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('mediation-requests')
export class RequestController {
  constructor(
    private readonly register: RegisterRequest,
    private readonly advance: AdvanceRequest,
    private readonly parts: PartInRequest,
    private readonly views: ViewRequest,
    private readonly walls: Walls,
  ) {}

  @Post()
  @Door('request.register')
  @ApiOperation({ summary: 'Registers a request' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, description: 'Registered under the number in Location' })
  @ApiResponse({ status: 422, description: 'The registration breaks a rule' })
  async create(
    @Body({ schema: registrationSchema }) event: z.output<typeof registrationSchema>,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer> {
    const result = await this.register.execute({
      event,
      actor: account.username,
      idempotency: idempotencyFrom(key, event),
    });
    const answer = unwrap(result, callerOf(visitorOf(account, null)));
    await this.enter(answer.number, account, 'handler');
    response.location(`/api/mediation-requests/${answer.number}`);
    response.setHeader('ETag', `"${answer.revision}"`);
    return answer;
  }

  @Post(':number/events')
  @HttpCode(200)
  @Door('request.advance')
  @ApiOperation({ summary: 'Sends one event' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiResponse({ status: 200, description: 'Applied' })
  @ApiResponse({ status: 404, description: 'No such request that you may see' })
  @ApiResponse({ status: 409, description: 'The state or the revision does not allow it' })
  @ApiResponse({ status: 422, description: 'It breaks a rule' })
  async send(
    @Param('number', { schema: requestNumber }) number: string,
    @Body({ schema: eventSchema }) event: z.output<typeof eventSchema>,
    @Headers('idempotency-key') key: string | undefined,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer> {
    const visitor = await this.visitor(number, account);
    this.demand(maySend(visitor, event.type, visitor.relation), account);
    const isKnown = await this.isKnownHere(number, account);
    const result = await this.advance.execute({
      number,
      event,
      actor: account.username,
      expectedRevision: revisionFrom(ifMatch),
      idempotency: idempotencyFrom(key, { number, event }),
    });
    const answer = unwrap(result, callerOf(visitor));
    if (!isKnown) await this.enter(number, account, 'reader');
    response.setHeader('ETag', `"${answer.revision}"`);
    return answer;
  }

  @Get(':number')
  @Door('request.view.dates', 'request.view.status', 'request.view')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A request, as far as you may see it' })
  @ApiResponse({
    status: 200,
    description: 'Phase, tracks, parties, dates, deadlines, allowed and blocked events',
  })
  @ApiResponse({ status: 404, description: 'No such request that you may see' })
  async view(
    @Param('number', { schema: requestNumber }) number: string,
    @CurrentAccount() account: Account,
    @Res({ passthrough: true }) response: Response,
  ) {
    const visitor = await this.visitor(number, account);
    const open = firstOpen(
      visitor,
      DEPTHS.map(([door]) => door),
      visitor.relation,
    );
    if (!open.ok) throw this.closedDoor(open.error, account);
    const view = await this.views.view({
      number,
      depth: DEPTHS.find(([door]) => door === open.value)?.[1] ?? 'status',
      language: account.language,
      actor: account.username,
      maySend: callerOf(visitor).maySend,
    });
    if (!view) throw unknownRequest(account.language);
    // The status says nothing of what is in a request: no wall stands before it.
    if (open.value !== 'request.view.status') await this.enter(number, account, 'reader');
    response.setHeader('ETag', `"${view.revision}"`);
    return view;
  }

  @Get(':number/history')
  @Door('request.history')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Every event of a request in order' })
  @ApiResponse({ status: 200, description: 'The history' })
  async history(
    @Param('number', { schema: requestNumber }) number: string,
    @CurrentAccount() account: Account,
  ) {
    const isKnown = await this.passes('request.history', number, account);
    const entries = await this.views.history(number, account.language);
    if (!entries) throw unknownRequest(account.language);
    if (!isKnown) await this.enter(number, account, 'reader');
    return { number, entries };
  }

  @Get(':number/diagram')
  @Door('request.diagram')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'text/vnd.mermaid; charset=utf-8')
  @ApiOperation({ summary: 'The statechart with the path of a request, as Mermaid' })
  @ApiResponse({ status: 200, description: 'Mermaid stateDiagram-v2' })
  async diagram(
    @Param('number', { schema: requestNumber }) number: string,
    @CurrentAccount() account: Account,
  ): Promise<string> {
    const isKnown = await this.passes('request.diagram', number, account);
    const chart = await this.views.diagram(number, account.language);
    if (!chart) throw unknownRequest(account.language);
    if (!isKnown) await this.enter(number, account, 'reader');
    return chart;
  }

  private async visitor(number: string, account: Account): Promise<Visitor> {
    return visitorOf(account, await this.parts.of(account, number));
  }

  private async passes(door: DoorName, number: string, account: Account): Promise<boolean> {
    const visitor = await this.visitor(number, account);
    this.demand(may(visitor, door, visitor.relation), account);
    return this.isKnownHere(number, account);
  }

  /** Whether the account has been shown this request before; throws when it must not learn that there is one. */
  private async isKnownHere(number: string, account: Account): Promise<boolean> {
    const standing = await this.walls.standing(readerOf(number, account));
    if (standing === 'hidden') throw unknownRequest(account.language);
    return standing === 'known';
  }

  /** Whoever is shown a request takes its side of every wall; behind one, it does not exist. */
  private async enter(number: string, account: Account, capacity: 'handler' | 'reader'): Promise<void> {
    if ((await this.walls.enter({ ...readerOf(number, account), capacity })) === 'hidden')
      throw unknownRequest(account.language);
  }

  private demand(answer: ReturnType<typeof may>, account: Account): void {
    if (answer !== 'yes') throw this.closedDoor(answer, account);
  }

  private closedDoor(answer: 'not-your-role' | 'hidden', { language }: Account): HttpException {
    if (answer === 'hidden') return unknownRequest(language);
    return accessProblem('not-your-role', language);
  }
}

const readerOf = (number: string, { username }: Account): Entry => ({
  account: username,
  file: { kind: 'mediation-request', number },
  capacity: 'reader',
  by: null,
});

const callerOf = (visitor: Visitor): Caller => ({
  language: visitor.language,
  maySend: (type) => maySend(visitor, type, visitor.relation) === 'yes',
});

function unwrap(result: Result<Answer, AdvanceProblem>, caller: Caller): Answer {
  if (!result.ok) throw problemOf(result.error, caller);
  return result.value;
}
