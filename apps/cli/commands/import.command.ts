import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportInformationRequests } from '@bureau/casework';
import { ImportEvaluations } from '@bureau/correspondence';
import { ImportMediators } from '@bureau/mediators';
import { badRowInWords, type ImportResult } from '@bureau/platform';
import type { Command } from 'commander';
import { onTheBureau } from '../context';
import { Failed, note, say } from '../output';
import { replay } from './replay.command';

interface ImportOptions {
  readonly update?: boolean;
}

type Importer = (bureau: INestApplicationContext, file: string, options: ImportOptions) => Promise<void>;

/** The files of an old register that this version takes, in the order in which they build on each other. */
const IMPORTERS: Readonly<Record<string, Importer>> = {
  'mediators.csv': async (bureau, file, options) =>
    report(file, await bureau.get(ImportMediators).execute(createReadStream(file), options)),
  'information-requests.csv': async (bureau, file, options) =>
    report(file, await bureau.get(ImportInformationRequests).execute(createReadStream(file), options)),
  'mediation-events.ndjson': (bureau, file) => replay(bureau, file, {}),
  'evaluations.csv': async (bureau, file, options) =>
    report(file, await bureau.get(ImportEvaluations).execute(createReadStream(file), options)),
};

/** Files of the contract that a later version takes; named, so that nobody thinks they were read. */
const NOT_YET = ['cases.csv', 'contacts.csv'];

export function addImports(program: Command): void {
  program
    .command('import')
    .description(`imports files of an old register (${Object.keys(IMPORTERS).join(', ')})`)
    .argument('<files...>')
    .option('--update', 'change rows whose key exists with other content')
    .action((files: string[], options: ImportOptions) =>
      onTheBureau(async (bureau) => {
        const unknown = files.filter((file) => !IMPORTERS[basename(file)]);
        for (const file of unknown)
          note(`${file}: no such file is known; known are ${Object.keys(IMPORTERS).join(', ')}`);
        if (unknown.length > 0) throw new Failed();
        await importAll(bureau, files, options);
      }),
    );
  program
    .command('import-year')
    .description('imports every known file of a folder in the right order, replay included')
    .argument('<folder>')
    .option('--update', 'change rows whose key exists with other content')
    .action((folder: string, options: ImportOptions) =>
      onTheBureau(async (bureau) => {
        const files = Object.keys(IMPORTERS)
          .map((name) => join(folder, name))
          .filter((file) => existsSync(file));
        if (files.length === 0) {
          note(`${folder}: holds none of ${Object.keys(IMPORTERS).join(', ')}`);
          throw new Failed();
        }
        for (const name of NOT_YET.filter((file) => existsSync(join(folder, file))))
          note(`${join(folder, name)}: NOT imported, this version does not take it yet`);
        await importAll(bureau, files, options);
      }),
    );
}

/** Every file is tried, so that one run names all that is wrong; the command fails when one of them did. */
async function importAll(
  bureau: INestApplicationContext,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  let failed = false;
  for (const file of files) {
    const importer = IMPORTERS[basename(file)];
    try {
      await importer?.(bureau, file, options);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failed = true;
    }
  }
  if (failed) throw new Failed();
}

function report(file: string, result: ImportResult): void {
  if (result.ok) {
    const { added, unchanged, updated } = result.value;
    say(`${file}: ${added} added, ${updated} updated, ${unchanged} already there`);
    return;
  }
  for (const row of result.error.badRows) note(`${file}:${badRowInWords(row)}`);
  note(`${file}: ${result.error.badRows.length} bad; nothing of this file was written.`);
  throw new Failed();
}
