// Starts the built program as a newcomer would: an empty folder, no settings but a free port. Jest never runs the
// built files, so this is what notices a program that passes its tests and does not start.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_WITHIN_MS = 5_000;
const STOP_WITHIN_MS = 10_000;
const entry = join(import.meta.dirname, '..', 'dist/apps/cli/main.js');

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function isAlive(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).status === 200;
  } catch {
    return false;
  }
}

async function main(folder) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port) };
  delete env.DATABASE_URL;
  delete env.QUEUE_URL;

  const started = performance.now();
  const server = spawn(process.execPath, [entry, 'serve'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => server.on('exit', (code, signal) => resolve(signal ?? code)));
  const fail = (what) => {
    server.kill('SIGKILL');
    console.error(`smoke: ${what}\n--- the program said:\n${said.slice(-4_000)}`);
    return 1;
  };

  const url = `http://127.0.0.1:${port}/api/health/live`;
  while (!(await isAlive(url))) {
    if (server.exitCode !== null) return fail(`the program ended with ${server.exitCode} instead of serving`);
    if (performance.now() - started > START_WITHIN_MS)
      return fail(`${url} did not answer 200 in ${START_WITHIN_MS} ms`);
    await pause(20);
  }
  const startedIn = Math.round(performance.now() - started);

  const stopping = performance.now();
  server.kill('SIGTERM');
  const outcome = await Promise.race([ended, pause(STOP_WITHIN_MS, 'no end', { ref: false })]);
  if (outcome !== 0) return fail(`after SIGTERM the program should end with 0; it ended with: ${outcome}`);
  console.log(
    `smoke: serving after ${startedIn} ms, stopped in ${Math.round(performance.now() - stopping)} ms`,
  );
  return 0;
}

const folder = mkdtempSync(join(tmpdir(), 'bureau-smoke-'));
try {
  process.exitCode = await main(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
