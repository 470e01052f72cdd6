import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Clock, instantOf } from '@bureau/kernel';
import type { z } from 'zod';
import { BreakTheGlass } from '../../application/wall/break-the-glass.use-case';
import { AccessHistory, BrokenGlasses } from '../../application/wall/walls';
import type { Account } from '../../domain/account';
import { CAPACITIES, type FileKind } from '../../domain/wall/wall';
import { CurrentAccount, Door } from './access.decorators';
import { wallProblem } from './wall.problems';
import {
  breakGlassSchema,
  fileKindSchema,
  fileNumberSchema,
  momentSchema,
  reviewSchema,
} from './wall.schemas';

/** Through a wall in an emergency, and who could see what when. */
@ApiTags('walls')
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller()
export class WallController {
  constructor(
    private readonly breakGlass: BreakTheGlass,
    private readonly glasses: BrokenGlasses,
    private readonly access: AccessHistory,
    private readonly clock: Clock,
  ) {}

  @Post('broken-glasses')
  @Door('glass.break')
  @ApiOperation({ summary: 'Opens a file behind a wall for an hour; somebody else looks at why' })
  @ApiResponse({ status: 201, description: 'Open until the moment it says' })
  @ApiResponse({ status: 404, description: 'No such file that is closed to you' })
  @ApiResponse({ status: 422, description: 'The reason is too short' })
  async break(
    @Body({ schema: breakGlassSchema }) { kind, number, reason }: z.output<typeof breakGlassSchema>,
    @CurrentAccount() account: Account,
  ) {
    const result = await this.breakGlass.execute(account.username, { kind, number }, reason);
    if (result.ok) return { id: result.value.id, until: result.value.until };
    throw wallProblem(result.error === 'no-wall-here' ? 'unknown-file' : result.error, account.language);
  }

  @Get('broken-glasses')
  @Door('glass.review')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Emergencies that nobody has looked at yet' })
  async list() {
    return { items: await this.glasses.toReview() };
  }

  @Post('broken-glasses/:id/review')
  @HttpCode(200)
  @Door('glass.review')
  @ApiOperation({ summary: 'What somebody else found of it' })
  @ApiResponse({ status: 404, description: 'None that waits for a review' })
  async review(
    @Param('id', { schema: fileNumberSchema }) id: string,
    @Body({ schema: reviewSchema }) { finding }: z.output<typeof reviewSchema>,
    @CurrentAccount() account: Account,
  ) {
    const outcome = await this.glasses.review({ id, by: account.username, finding, at: this.clock.now() });
    if (outcome === 'own') throw wallProblem('own-glass', account.language);
    if (outcome === 'unknown') throw wallProblem('unknown-file', account.language);
    return { id, reviewed: true };
  }

  @Get('files/:kind/:number/access')
  @Door('file.access.history')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Who could see this file on a day, and in what capacity' })
  @ApiResponse({ status: 200, description: 'At the end of that day; without a day: now' })
  async history(
    @Param('kind', { schema: fileKindSchema }) kind: FileKind,
    @Param('number', { schema: fileNumberSchema }) number: string,
    @Query({ schema: momentSchema }) { on }: z.output<typeof momentSchema>,
    @CurrentAccount() { language }: Account,
  ) {
    const moment = on === undefined ? this.clock.now() : instantOf(`${on}T23:59:59.999Z`);
    const people = await this.access.at({ kind, number }, moment);
    return {
      file: { kind, number },
      at: moment,
      people: people.map((past) => ({ ...past, label: CAPACITIES[past.capacity].label[language] })),
    };
  }
}
