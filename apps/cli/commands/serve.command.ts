import { loadConfig } from '@bureau/config';
import type { Command } from 'commander';
import { serve } from '../../api/api';
import { work } from '../../worker/worker';
import { onTheBureau } from '../context';
import { say } from '../output';

export function addServers(program: Command): void {
  program
    .command('serve')
    .description('opens the bureau: HTTP, and (without a queue server) the workers, on PORT')
    .action(async () => void (await serve(loadConfig())));
  program
    .command('worker')
    .description('queue workers only')
    .action(async () => void (await work(loadConfig())));
  program
    .command('migrate')
    .description('brings the database to this version')
    .action(() => onTheBureau(async () => void say('The database is at this version.')));
}
