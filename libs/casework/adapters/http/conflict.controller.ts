import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, type FileName, wallProblem, Walls } from '@bureau/access';
import type { Words } from '@bureau/kernel';
import { Problem } from '@bureau/platform';
import type { z } from 'zod';
import { CheckForConflicts } from '../../application/conflict/check-for-conflicts.use-case';
import { type CheckOutcome, ConflictChecks } from '../../application/conflict/conflict.ports';
import { DecideConflict } from '../../application/conflict/decide-conflict.use-case';
import { checkIdSchema, conflictCheckSchema, decisionSchema } from './conflict.schemas';

/** All that who registers is told: never which file it was, nor whose. */
const OUTCOMES: Readonly<Record<CheckOutcome, Words>> = {
  clear: { nl: 'Geen conflict gevonden.', en: 'No conflict found.' },
  'same-client': {
    nl: 'Deze persoon meldde zich eerder; geen conflict gevonden.',
    en: 'This person came before; no conflict found.',
  },
  possible: {
    nl: 'Mogelijk een conflict. De planner beslist; tot dan blijven de dossiers voor elkaar gesloten.',
    en: 'Possibly a conflict. The planner decides; until then the files stay closed to each other.',
  },
};

@ApiTags('conflict checks')
@ApiResponse({ status: 400, description: 'Malformed' })
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('conflict-checks')
export class ConflictController {
  constructor(
    private readonly check: CheckForConflicts,
    private readonly checks: ConflictChecks,
    private readonly decisions: DecideConflict,
    private readonly walls: Walls,
  ) {}

  @Post()
  @Door('conflict.check')
  @ApiOperation({ summary: 'Are these people in a file of another side?' })
  @ApiResponse({ status: 201, description: 'Whether somebody has to decide; never what was found' })
  @ApiResponse({ status: 404, description: 'No such file that you may see' })
  async make(
    @Body({ schema: conflictCheckSchema }) body: z.output<typeof conflictCheckSchema>,
    @CurrentAccount() account: Account,
  ) {
    const { kind, number, ...facts } = body;
    if (number !== null) await this.demandFile({ kind, number }, account);
    const { id, outcome } = await this.check.execute({ kind, number, facts, actor: account.username });
    return { id, outcome, says: OUTCOMES[outcome][account.language] };
  }

  @Get()
  @Door('conflict.decide')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Possible conflicts that wait for a decision' })
  async open(@CurrentAccount() { language }: Account) {
    const checks = await this.checks.open();
    return {
      items: checks.map(({ id, file, checkedAt, checkedBy, candidates }) => ({
        id,
        file,
        checkedAt,
        checkedBy,
        candidates: candidates.map(({ why, wall: _, ...found }) => ({ ...found, why: why[language] })),
      })),
    };
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Door('conflict.decide')
  @ApiOperation({ summary: 'Confirms the walls of a check, or takes them down' })
  @ApiResponse({ status: 404, description: 'No check that waits for a decision' })
  @ApiResponse({ status: 422, description: 'Who checked does not decide' })
  async decide(
    @Param('id', { schema: checkIdSchema }) check: string,
    @Body({ schema: decisionSchema }) body: z.output<typeof decisionSchema>,
    @CurrentAccount() { username, language }: Account,
  ) {
    const result = await this.decisions.execute({ check, ...body, actor: username });
    if (result.ok) return { id: check, decision: body.decision };
    if (result.error === 'unknown-check') throw wallProblem('unknown-file', language);
    throw new Problem(422, {
      code: 'own-check',
      title: language === 'nl' ? 'Niet door uzelf' : 'Not by yourself',
      detail:
        language === 'nl'
          ? 'Wie de controle deed, beslist er niet over. Vraag een collega.'
          : 'Whoever made the check does not decide about it. Ask a colleague.',
    });
  }

  /** Only who works on a file says who is in it. */
  private async demandFile(file: FileName, { username, language }: Account): Promise<void> {
    if (!(await this.walls.isOpenTo(username, file))) throw wallProblem('unknown-file', language);
  }
}
