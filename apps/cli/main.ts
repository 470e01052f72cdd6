#!/usr/bin/env node
import { Command } from 'commander';
import { inWords } from '../core/ending';
import { addDemo } from './commands/demo.command';
import { addGenerate } from './commands/generate.command';
import { addImports } from './commands/import.command';
import { addKeys } from './commands/keys.command';
import { addReplay } from './commands/replay.command';
import { addReport } from './commands/report.command';
import { addServers } from './commands/serve.command';
import { addUser } from './commands/user.command';
import { addVerify } from './commands/verify.command';
import { Failed, note } from './output';

const program = new Command('bureau')
  .description('The casework program of a cross-border family mediation bureau.')
  .version('0.1.0')
  .showHelpAfterError('(add --help for what this command takes)')
  .configureHelp({ showGlobalOptions: true });

for (const add of [
  addServers,
  addImports,
  addReplay,
  addReport,
  addVerify,
  addUser,
  addKeys,
  addDemo,
  addGenerate,
])
  add(program);

// Whoever reads the output may stop early (`| head`); the command still finishes what it writes to the database.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof Failed)) note(inWords(error));
  process.exitCode = 1;
});
