import { writeFileSync } from 'node:fs';
import { AnnualReport, REPORT_FORMATS, type ReportFormat } from '@bureau/reporting';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { onTheBureau } from '../context';
import { note } from '../output';

interface ReportOptions {
  readonly year: number;
  readonly format: ReportFormat;
  readonly out?: string;
}

function yearOf(text: string): number {
  if (!/^(19|[2-9]\d)\d{2}$/.test(text))
    throw new InvalidArgumentError('must be a year of four digits, from 1900');
  return Number(text);
}

export function addReport(program: Command): void {
  program
    .command('report')
    .description('reports of the bureau')
    .command('annual')
    .description('the annual report of a year, one fact a row')
    .requiredOption('--year <year>', 'the year to report on', yearOf)
    .addOption(
      new Option('--format <format>', 'how it comes out').choices(Object.keys(REPORT_FORMATS)).default('csv'),
    )
    .option('--out <file>', 'write to a file instead of stdout')
    .action(({ year, format, out }: ReportOptions) =>
      onTheBureau(async (bureau) => {
        const text = REPORT_FORMATS[format].render(await bureau.get(AnnualReport).execute(year));
        if (out) {
          writeFileSync(out, text);
          note(`${out}: written`);
        } else process.stdout.write(text);
      }),
    );
}
