import type { INestApplicationContext } from '@nestjs/common';
import { ReplayHistory, type ReplayReport } from '@bureau/mediation';
import type { Command } from 'commander';
import { onTheBureau } from '../context';
import { Failed, note, progress, say } from '../output';
import { readReplayFile } from '../replay.file';

export interface ReplayOptions {
  readonly continue?: boolean;
  readonly json?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('drives requests through the machine with the events and the clock of a file (ndjson)')
    .argument('<file>', 'one event a line, as in the contract of mediation events')
    .option('--continue', 'apply what is good although some lines are bad')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: ReplayOptions) => onTheBureau((bureau) => replay(bureau, file, options)));
}

/** Replays one file. Without --continue nothing at all is written when one line is bad. */
export async function replay(
  bureau: INestApplicationContext,
  file: string,
  options: ReplayOptions,
): Promise<void> {
  const { lines, bad } = await readReplayFile(file);
  const report = await bureau.get(ReplayHistory).execute(lines, {
    goOn: options.continue ?? false,
    alreadyBad: bad.length,
    progress: progress('events applied'),
  });
  const all = [...bad, ...report.bad].sort((a, b) => a.line - b.line);
  print(file, { ...report, bad: all }, options);
  if (all.length > 0) throw new Failed();
}

function print(file: string, report: ReplayReport, { json, continue: goOn }: ReplayOptions): void {
  for (const { line, request, why } of report.bad)
    note(`${file}:${line}${request ? ` ${request}` : ''}: ${why}`);
  if (report.bad.length > 0 && !goOn)
    note(
      `${report.bad.length} bad; nothing was written. Mend the file, or use --continue to apply the rest.`,
    );
  if (json) say(JSON.stringify(report));
  else
    say(
      `${file}: ${report.applied} events applied, ${report.unchanged} already there, ${report.bad.length} bad`,
    );
}
