import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentAccount, Door, Walls, type Account } from '@bureau/access';
import { dayInWords } from '@bureau/calendar';
import { TASK_STAGES } from '@bureau/platform';
import { z } from 'zod';
import { Digests } from '../../application/digests';
import { taskLabel } from '../../domain/task/tasks.catalogue';
import { plainDate } from '../wire/values.schema';

const digestQuerySchema = z.strictObject({ on: plainDate.optional() });

@ApiTags('digest')
@Controller('digest')
export class DigestController {
  constructor(
    private readonly digests: Digests,
    private readonly walls: Walls,
  ) {}

  @Get()
  @Door('digest.own')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'What waited for the caller on the morning of a day; without a day, the latest' })
  @ApiResponse({ status: 200, description: 'The lines, what is due first on top; none when none was made' })
  async own(
    @Query({ schema: digestQuerySchema }) { on }: z.output<typeof digestQuerySchema>,
    @CurrentAccount() { username, language }: Account,
  ) {
    const digest = await this.digests.of(username, on);
    // The digest was made in the morning; a wall may have gone up since.
    const hidden = new Set((await this.walls.hiddenFrom(username)).map(({ number }) => number));
    const lines = (digest?.lines ?? []).filter(({ subject }) => !hidden.has(subject));
    return {
      on: digest?.on ?? on ?? null,
      madeAt: digest?.madeAt ?? null,
      nobodyIsSenior: digest?.nobodyIsSenior ?? null,
      more: digest?.more ?? 0,
      lines: lines.map(({ subject, kind, stage, dueOn }) => ({
        subject,
        kind,
        label: taskLabel(kind)[language],
        stage,
        stageLabel: TASK_STAGES[stage].label[language],
        due: dueOn,
        dueInWords: dueOn && dayInWords(dueOn, language),
      })),
    };
  }
}
