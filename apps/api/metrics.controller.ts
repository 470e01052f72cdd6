import { Controller, Get, Header, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '@bureau/access';
import type { Response } from 'express';
import { MetricsPage } from '../core/metrics.page';
import { MetricsGuard } from './metrics.guard';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly page: MetricsPage) {}

  /** Public to the session guard only: a scraper has no session, so this door has a guard of its own. */
  @Get()
  @Public()
  @UseGuards(MetricsGuard)
  @Header('Cache-Control', 'no-store')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'What this process has counted, for Prometheus; no word about any family' })
  @ApiResponse({ status: 200, description: 'Prometheus text format' })
  @ApiResponse({ status: 401, description: 'Neither METRICS_TOKEN nor a session' })
  @ApiResponse({ status: 403, description: 'Not your role' })
  async read(@Res() response: Response): Promise<void> {
    response.setHeader('Content-Type', this.page.mediaType);
    response.send(await this.page.render());
  }
}
