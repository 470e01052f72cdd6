import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const ENTRY = join(ROOT, 'dist/apps/cli/main.js');
const SOURCES = ['apps', 'libs', 'config'].map((folder) => join(ROOT, folder));
const LOCK = join(tmpdir(), 'bureau-test-build.lock');
const BUILD_MS = 120_000;

/** What `bureau` is on an installed machine. Built when the sources are newer, by one of the workers that ask. */
export function builtProgram(): string {
  const until = Date.now() + BUILD_MS;
  while (!taken()) {
    if (Date.now() > until) throw new Error(`${LOCK} is held by a build that does not end; remove it`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    const isFresh = existsSync(ENTRY) && statSync(ENTRY).mtimeMs >= Math.max(...SOURCES.map(newestChange));
    if (!isFresh) build();
    return ENTRY;
  } finally {
    rmdirSync(LOCK);
  }
}

function taken(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function build(): void {
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the program does not build:\n${stdout}${stderr}`);
}

function newestChange(folder: string): number {
  const changes = readdirSync(folder, { withFileTypes: true }).map((it) => {
    const path = join(folder, it.name);
    if (it.isDirectory()) return newestChange(path);
    return it.name.endsWith('.ts') && !it.name.endsWith('.spec.ts') ? statSync(path).mtimeMs : 0;
  });
  return Math.max(0, ...changes);
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** A minute when left out. */
  readonly withinMs?: number;
}

/** Only what a program needs to run: nothing of the environment of the tests reaches it. */
const environment = (env: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  ...env,
});

/** `bureau …` in a folder, to its end. */
export function bureau(
  args: readonly string[],
  { cwd, env, input = '', withinMs = 60_000 }: Surroundings,
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram(), ...args], {
    cwd,
    env: environment(env),
    input,
    encoding: 'utf8',
    timeout: withinMs,
  });
  return { code: status, out: stdout, err: stderr };
}

/** `bureau serve` in a folder, on a free port. */
export class ServingProgram {
  private static readonly started: ServingProgram[] = [];

  private said = '';
  readonly ended: Promise<number | NodeJS.Signals | null>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  }

  /** Resolves when it answers. */
  static async start({ cwd, env }: Surroundings): Promise<ServingProgram> {
    const child = spawn(process.execPath, [builtProgram(), 'serve'], {
      cwd,
      env: environment({ PORT: '0', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = new ServingProgram(child);
    ServingProgram.started.push(program);
    await Promise.race([program.says(/open at (http\S+)\/api\/docs/), program.endsEarly()]);
    return program;
  }

  /** Ends whatever a failed test has left running. */
  static endAll(): void {
    for (const { child } of ServingProgram.started) if (child.exitCode === null) child.kill('SIGKILL');
  }

  /** Everything it has written, on either stream. */
  get output(): string {
    return this.said;
  }

  get base(): string {
    return /open at (http:\/\/[^/\s]+)/.exec(this.said)?.[1] ?? '';
  }

  /** The password of the first account, when this start has told one. */
  get password(): string | undefined {
    return /^ *password\s+(\S+)/m.exec(this.said)?.[1];
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    this.child.kill(signal);
    return this.ended;
  }

  private says(words: RegExp): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (words.test(this.said)) resolve();
      };
      this.child.stdout?.on('data', look);
      this.child.stderr?.on('data', look);
    });
  }

  private async endsEarly(): Promise<never> {
    const outcome = await this.ended;
    throw new Error(`serve ended with ${String(outcome)}: ${this.said}`);
  }
}
