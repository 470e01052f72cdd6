// `npm run bench`: measures the built program beside hand-written code, in one run. `-- --json` for machines,
// `-- --rounds 3` for the impatient. What the numbers mean: docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../test/bench');
const command = ['-r', join(folder, 'built.hook.cjs'), join(folder, 'bench.ts'), ...process.argv.slice(2)];
const { status, signal } = spawnSync(process.execPath, command, { stdio: 'inherit' });
if (signal) console.error(`\nThe bench was ended by ${signal}: what is missing above was not measured.`);
// Benchmarks are no tests: a goal that is not met is printed, only a bench that broke fails.
process.exit(signal ? 1 : (status ?? 1));
