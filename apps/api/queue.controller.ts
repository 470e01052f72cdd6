import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Account, CurrentAccount, Door, Journal, Walls } from '@bureau/access';
import { OutboxDesk, Problem, QueueHealth } from '@bureau/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { queuePage } from './queue.page';
import { queueSchema, retrySchema } from './queue.schema';

const REFUSED = {
  unknown: [404, 'unknown-job', 'There is no such job', 'Look at the list again: it may have another id.'],
  'not failing': [
    409,
    'not-failing',
    'This job is not failing',
    'It was done, is being tried now, or waits for its first moment: there is nothing to try again.',
  ],
} as const;

/** The jobs of the bureau as the outbox has them, in every deployment. Ids only. */
@ApiTags('queue')
@ApiResponse({ status: 401, description: 'No session' })
@ApiResponse({ status: 403, description: 'Not your role' })
@Controller('queue')
export class QueueController {
  constructor(
    private readonly outbox: OutboxDesk,
    private readonly health: QueueHealth,
    private readonly journal: Journal,
    private readonly walls: Walls,
  ) {}

  @Get()
  @Door('queue.view')
  @Header('Cache-Control', 'no-store')
  @Header('Vary', 'Accept')
  @ApiOperation({ summary: 'What waits, what fails and why, what was done lately; a page for a browser' })
  @ApiResponse({ status: 200, standardSchema: queueSchema })
  async view(@CurrentAccount() { username }: Account, @Res() response: Response): Promise<void> {
    const [overview, { queue }] = await Promise.all([this.outbox.overview(), this.health.parts()]);
    const { driver, reachable, why } = queue;
    // The id of a job names the file it is about.
    const hidden = (await this.walls.hiddenFrom(username)).map(({ number }) => number);
    const isSeen = (job: object): boolean => !hidden.some((number) => JSON.stringify(job).includes(number));
    const seen: z.input<typeof queueSchema> = {
      queue: { driver, reachable, ...(why !== undefined && { why }) },
      counts: overview.counts,
      failing: overview.failing.filter(isSeen),
      waiting: overview.waiting.filter(isSeen),
      delivered: overview.delivered.filter(isSeen),
    };
    if (response.req.accepts(['json', 'html']) === 'html') response.type('html').send(queuePage(seen));
    else response.json(seen);
  }

  @Post('retries')
  @HttpCode(200)
  @Door('queue.retry')
  @ApiOperation({ summary: 'Tries a failing job again now' })
  @ApiResponse({ status: 200, description: 'It is offered to the workers' })
  @ApiResponse({ status: 404, description: 'No such job' })
  @ApiResponse({ status: 409, description: 'It is not failing' })
  async retry(
    @Body({ schema: retrySchema }) { id }: z.output<typeof retrySchema>,
    @CurrentAccount() { username }: Account,
  ): Promise<{ id: string }> {
    const outcome = await this.outbox.retry(id);
    if (outcome !== 'retried') {
      const [status, code, title, detail] = REFUSED[outcome];
      throw new Problem(status, { code, title, detail });
    }
    await this.journal.record({ action: 'job.retried', actor: username, detail: { id } });
    return { id };
  }
}
