import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Door } from '@bureau/access';
import { Problem } from '@bureau/platform';
import { AnnualReport, REPORT_FORMATS, type ReportFormat } from '@bureau/reporting';
import type { Response } from 'express';
import { annualYear } from './report.schema';

@ApiTags('reports')
@Controller('reports/annual')
export class ReportController {
  constructor(private readonly reports: AnnualReport) {}

  @Get(':year')
  @Door('report.view')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The annual report of a year, as csv or json by Accept' })
  @ApiResponse({ status: 200, description: 'The rows of the report' })
  @ApiResponse({ status: 406, description: 'No such format' })
  async annual(
    @Param('year', { schema: annualYear }) year: number,
    @Headers('accept') accept: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const formats = Object.keys(REPORT_FORMATS) as ReportFormat[];
    const wanted = response.req.accepts(formats.map((format) => REPORT_FORMATS[format].mediaType));
    const format = formats.find((one) => REPORT_FORMATS[one].mediaType === wanted);
    if (!format)
      throw new Problem(406, {
        code: 'no-such-format',
        title: 'The report does not come in this format',
        detail: `Accept asks for '${(accept ?? '').slice(0, 100)}'; there is ${formats.join(' and ')}.`,
      });
    const report = await this.reports.execute(year);
    response.type(REPORT_FORMATS[format].mediaType).send(REPORT_FORMATS[format].render(report));
  }
}
