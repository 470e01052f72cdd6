import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@bureau/access';
import { Clock, instantFromMillis, millisOf } from '@bureau/kernel';
import { Database, QueueHealth } from '@bureau/platform';
import type { Response } from 'express';

/** A deadline may be one sweep late; more means that nobody sweeps. */
const LATE_MILLIS = 5 * 60_000;

/** Whether the process lives, and whether it can do its work. Tells nothing about any family. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: QueueHealth,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The process lives' })
  @ApiResponse({ status: 200, description: 'It does' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Every part can do its work; names the one that cannot' })
  @ApiResponse({ status: 200, description: 'Ready' })
  @ApiResponse({ status: 503, description: 'Not ready: see the part that is not' })
  async ready(@Res({ passthrough: true }) response: Response) {
    const parts = await this.parts();
    const isReady = Object.values(parts).every(({ ready }) => ready);
    if (!isReady) response.status(503);
    return { status: isReady ? 'ready' : 'not ready', parts };
  }

  private async parts() {
    try {
      const [row] = await this.database.read<{ due: number | null }>(
        "SELECT MIN(due_at) AS due FROM request_deadline WHERE state = 'open' AND fired_at IS NULL",
      );
      const now = millisOf(this.clock.now());
      const due = row?.due ?? null;
      const isDue = due !== null && due <= now;
      return {
        database: { ready: true },
        deadlines: {
          ready: !isDue || now - due < LATE_MILLIS,
          oldestUnfiredDue: isDue ? instantFromMillis(due) : null,
        },
        ...(await this.queue.parts()),
      };
    } catch (error) {
      return { database: { ready: false, why: error instanceof Error ? error.message : String(error) } };
    }
  }
}
