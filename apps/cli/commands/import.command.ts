import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportCases, ImportContacts, ImportInformationRequests, WallOffRegister } from '@bureau/casework';
import { ImportEvaluations } from '@bureau/correspondence';
import { ImportMediators } from '@bureau/mediators';
import { badRowInWords, type ImportResult, type LargeImportOptions } from '@bureau/platform';
import type { Command } from 'commander';
import { onTheBureau } from '../context';
import { Failed, note, say, steadily } from '../output';
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
  'cases.csv': async (bureau, file, options) => {
    report(file, await bureau.get(ImportCases).execute(() => createReadStream(file), watched(options)));
    await wallOff(bureau);
  },
  'contacts.csv': async (bureau, file, options) => {
    report(file, await bureau.get(ImportContacts).execute(() => createReadStream(file), watched(options)));
    await wallOff(bureau);
  },
  'mediation-events.ndjson': (bureau, file) => replay(bureau, file, {}),
  'evaluations.csv': async (bureau, file, options) =>
    report(file, await bureau.get(ImportEvaluations).execute(createReadStream(file), options)),
};

/** What a file speaks of stands in another one: without that, every row of it would be called bad. */
const BUILDS_ON: Readonly<Record<string, string>> = { 'contacts.csv': 'cases.csv' };

/** After the contacts once more: who took one of them came to that side. */
async function wallOff(bureau: INestApplicationContext): Promise<void> {
  const walls = await bureau.get(WallOffRegister).execute();
  if (walls > 0) note(`${walls} pairs of opposing cases are closed to each other`);
}

const watched = (options: ImportOptions): LargeImportOptions => {
  const tell = { checked: steadily('rows checked'), written: steadily('rows written') };
  return { ...options, progress: (step, rows) => tell[step](rows) };
};

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
  const failed = new Set<string>();
  for (const file of files) {
    const name = basename(file);
    const foundation = BUILDS_ON[name];
    if (foundation && failed.has(foundation)) {
      note(`${file}: not tried, for ${foundation} was not imported`);
      continue;
    }
    try {
      await IMPORTERS[name]?.(bureau, file, options);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      failed.add(name);
    }
  }
  if (failed.size > 0) throw new Failed();
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
