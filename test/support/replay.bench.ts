import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ReplayHistory, type BadLine } from '@bureau/mediation';
import { readReplayFile } from '../../apps/cli/replay.file';

export const YEAR_2025 = 'test/fixtures/2025/mediation-events.ndjson';

/** The lines of the year 2025, as texts. */
export const linesOf2025 = (): string[] => readFileSync(YEAR_2025, 'utf8').trimEnd().split('\n');

export interface Replayed {
  readonly applied: number;
  readonly unchanged: number;
  readonly bad: readonly BadLine[];
}

/** Replays a file as the command does: reading and machine together, bad lines in their order. */
export async function replayFile(
  bureau: INestApplicationContext,
  path: string,
  goOn = false,
): Promise<Replayed> {
  const { lines, bad } = await readReplayFile(path);
  const report = await bureau.get(ReplayHistory).execute(lines, { goOn, alreadyBad: bad.length });
  return { ...report, bad: [...bad, ...report.bad].sort((a, b) => a.line - b.line) };
}

/** As replayFile, of a text that stands in no file yet. */
export async function replayText(
  bureau: INestApplicationContext,
  text: string,
  goOn = false,
): Promise<Replayed> {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-replay-'));
  try {
    const path = join(folder, 'events.ndjson');
    writeFileSync(path, text);
    return await replayFile(bureau, path, goOn);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
