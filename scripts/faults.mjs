// `npm run test:faults`: storms over the built program, a short one on each backend that this machine can set up.
// `-- --long` until 1,000 kills, `-- --backend sqlite`, `-- --seed 7`, `-- --publish` writes docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const test = join(import.meta.dirname, '../test');
const command = [
  '-r',
  join(test, 'bench/built.hook.cjs'),
  join(test, 'fault/main.ts'),
  ...process.argv.slice(2),
];
const { status, signal } = spawnSync(process.execPath, command, { stdio: 'inherit' });
if (signal)
  console.error(`\nThe storm was ended by ${signal}: nothing is known of what it would have found.`);
process.exit(signal ? 1 : (status ?? 1));
