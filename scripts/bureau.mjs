// `npm run -s bureau -- …`: the bureau command straight from the sources. Builds first when the sources are newer.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'dist/apps/cli/main.js');
const SOURCES = ['apps', 'libs', 'config'].map((folder) => join(root, folder)).filter(existsSync);

const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts');

function newestChange(folder) {
  const changes = readdirSync(folder, { withFileTypes: true }).map((it) => {
    const path = join(folder, it.name);
    if (it.isDirectory()) return newestChange(path);
    return isSource(it.name) ? statSync(path).mtimeMs : 0;
  });
  return Math.max(0, ...changes);
}

function buildWhenStale() {
  if (existsSync(entry) && statSync(entry).mtimeMs >= Math.max(...SOURCES.map(newestChange), 0)) return;
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  // stdout belongs to the command's own answer, which may be piped into a file.
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

buildWhenStale();
const child = spawn(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  process.on(signal, () => {
    // Ctrl-C in a terminal reaches the child by itself; a second one would read as "stop at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
