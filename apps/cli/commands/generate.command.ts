import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { envExample } from '@bureau/config';
import { statechart } from '@bureau/mediation';
import type { Command } from 'commander';
import { eventsDocument } from '../documents/events.document';
import { Failed, note, say } from '../output';

const FILES: Readonly<Record<string, () => string>> = {
  '.env.example': envExample,
  'docs/generated/statechart.en.mmd': () => statechart('en'),
  'docs/generated/statechart.nl.mmd': () => statechart('nl'),
  'docs/generated/events-and-deadlines.md': eventsDocument,
};

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description('writes the files of this repository that are made from its code')
    .option('--check', 'write nothing; fail when a file is not what the code makes')
    .action(({ check }: { check?: boolean }) => {
      const stale = Object.entries(FILES).filter(
        ([file, make]) => !existsSync(file) || readFileSync(file, 'utf8') !== make(),
      );
      if (!check)
        for (const [file, make] of stale) {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, make());
          say(`${file}: written`);
        }
      else if (stale.length > 0) {
        for (const [file] of stale) note(`${file}: is not what the code makes; run npm run generate`);
        throw new Failed();
      } else say(`${Object.keys(FILES).length} generated files are up to date`);
    });
}
