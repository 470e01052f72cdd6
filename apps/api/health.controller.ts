import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@bureau/access';
import type { Response } from 'express';
import { BureauState } from '../core/bureau.state';

/** Whether the process lives, and whether it can do its work. Tells nothing about any family. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly state: BureauState) {}

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
  @ApiResponse({
    status: 200,
    description:
      'Ready, or degraded: the queue is away and the sweep does its work, or the night found a damaged file',
  })
  @ApiResponse({ status: 503, description: 'Not ready: see the part that is not' })
  async ready(@Res({ passthrough: true }) response: Response) {
    const parts = await this.parts();
    const isReady = Object.values(parts).every(({ ready }) => ready);
    if (!isReady) response.status(503);
    // Without its queue the bureau goes on, by its sweep; a damaged file is its own affair. Somebody must look, but
    // taking the process out would stop people for nothing.
    const isDegraded = 'queue' in parts && (!parts.queue.reachable || parts.verification.foundFaults);
    return { status: isReady ? (isDegraded ? 'degraded' : 'ready') : 'not ready', parts };
  }

  private async parts() {
    try {
      return await this.state.parts();
    } catch (error) {
      return { database: { ready: false, why: error instanceof Error ? error.message : String(error) } };
    }
  }
}
