import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A worker in a process of its own that takes the job and is then killed with it. */
export async function killedWhileWorking(databaseUrl: string, queueUrl = ''): Promise<void> {
  const hook = join(__dirname, 'typescript.hook.cjs');
  const script = join(__dirname, 'queue-worker.process.ts');
  const child = spawn(process.execPath, ['-r', hook, script, databaseUrl, queueUrl]);
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += String(chunk)));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const taken = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await Promise.race([
    taken,
    ended.then(() => Promise.reject(new Error(`the worker ended by itself: ${complaints}`))),
  ]);
  child.kill('SIGKILL');
  await ended;
}
