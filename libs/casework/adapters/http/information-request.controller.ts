import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, Walls } from '@bureau/access';
import { Problem } from '@bureau/platform';
import type { z } from 'zod';
import { RegisterInformationRequest } from '../../application/register-information-request.use-case';
import { becameSchema, informationId, newSchema, querySchema } from './information-request.schemas';

@ApiTags('questions about mediation')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('information-requests')
export class InformationRequestController {
  constructor(
    private readonly questions: RegisterInformationRequest,
    private readonly walls: Walls,
  ) {}

  @Get()
  @Door('information-request.register')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The questions of a year' })
  @ApiResponse({ status: 200, description: 'Each with the request that came of it, if any' })
  async list(
    @Query({ schema: querySchema }) { year }: z.output<typeof querySchema>,
    @CurrentAccount() { username }: Account,
  ) {
    const items = await this.questions.ofYear(Number(year));
    // The question is everybody's; the request that came of it may stand behind a wall.
    const hidden = new Set((await this.walls.hiddenFrom(username)).map(({ number }) => number));
    return {
      items: items.map((item) =>
        item.request !== null && hidden.has(item.request) ? { ...item, request: null } : item,
      ),
    };
  }

  @Post()
  @Door('information-request.register')
  @ApiOperation({ summary: 'Registers a question; it is counted, and is never a request' })
  @ApiResponse({ status: 201, description: 'Registered' })
  @ApiResponse({ status: 422, description: 'The day lies in the future' })
  async register(
    @Body({ schema: newSchema }) body: z.output<typeof newSchema>,
    @CurrentAccount() { language }: Account,
  ) {
    const question = await this.questions.register(body);
    if (question) return question;
    throw new Problem(422, {
      code: 'rule-broken',
      title: language === 'nl' ? 'Dit kan nu niet' : 'This cannot be done now',
      detail: language === 'nl' ? 'De dag ligt in de toekomst.' : 'The day lies in the future.',
    });
  }

  @Post(':id/request')
  @HttpCode(200)
  @Door('information-request.register')
  @ApiOperation({
    summary: 'Says which mediation request came of a question; it stays counted as a question',
  })
  @ApiResponse({ status: 200, description: 'Linked' })
  @ApiResponse({ status: 404, description: 'No such question or request' })
  async became(
    @Param('id', { schema: informationId }) id: string,
    @Body({ schema: becameSchema }) { request }: z.output<typeof becameSchema>,
    @CurrentAccount() { username, language }: Account,
  ) {
    const isHidden = await this.walls.hides(username, { kind: 'mediation-request', number: request });
    if (!isHidden && (await this.questions.became(id, request))) return { id, request };
    throw new Problem(404, {
      code: 'unknown-question',
      title: language === 'nl' ? 'Onbekend' : 'Unknown',
      detail:
        language === 'nl'
          ? 'Er is geen vraag met dit kenmerk, of geen mediationverzoek met dit nummer.'
          : 'There is no question with this id, or no mediation request with this number.',
    });
  }
}
