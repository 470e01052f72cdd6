import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Doom, ProcessNews, ProcessOrder } from '../processes/order';
import { LAST_WORDS } from '../processes/order';
import type { Timeline } from '../timeline';

const FOLDER = join(__dirname, '../processes');
const HOOK = join(__dirname, '../../bench/built.hook.cjs');
/** What a start that failed says last; nobody reads more. */
const LONGEST_COMPLAINT = 2_000;

export type Role = 'api' | 'worker';

export interface Casting {
  readonly name: string;
  readonly role: Role;
  readonly doesJobs: boolean;
  readonly order: Omit<ProcessOrder, 'doom'>;
  readonly isKeptRunning: boolean;
  /** How long it stays away after a death. */
  readonly restMs: () => number;
  /** Where this start is to die by itself. */
  readonly doomOf: () => Doom | null;
  readonly timeline: Timeline;
  /** It died of itself at a named point. */
  readonly onDeath: (point: string) => void;
  /** It was at work and ended though nobody killed it. */
  readonly onFall: (what: string) => void;
}

/** A process of the program that somebody starts again whenever it is gone, as an init system does. */
export class KeptProcess {
  private child: ChildProcess | undefined;
  private isReady = false;
  private isPaused = false;
  private isStopping = false;
  private said = '';
  private port = 0;
  private keeping: Promise<void> = Promise.resolve();

  constructor(private readonly casting: Casting) {}

  get name(): string {
    return this.casting.name;
  }

  get role(): Role {
    return this.casting.role;
  }

  /** Where it listens; null while it does not. */
  get base(): string | null {
    return this.isReady && this.role === 'api' ? `http://127.0.0.1:${this.port}` : null;
  }

  /** Not a guest, who stays away for a while by design. */
  get isKeptRunning(): boolean {
    return this.casting.isKeptRunning;
  }

  get latestWords(): string {
    return this.said.trim();
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isUp(): boolean {
    return this.isReady && !this.isPaused;
  }

  start(): void {
    this.keeping = this.keep();
  }

  async isAtWork(withinMs: number): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await sleep(50))
      if (this.isReady) return true;
    return false;
  }

  /** False when there was nobody to kill just now. */
  kill(): boolean {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    return child.kill('SIGKILL');
  }

  /** Stands still, with everything it holds, as a machine that is suspended. */
  async pause(millis: number): Promise<void> {
    const { child } = this;
    if (!child || !this.isReady || this.isPaused) return;
    this.isPaused = true;
    this.leaves();
    child.kill('SIGSTOP');
    await sleep(millis);
    child.kill('SIGCONT');
    this.isPaused = false;
    if (this.child === child && this.isReady) this.joins();
  }

  /** Asks it to end, as a deployment does. Answers what was wrong with that, or null. */
  async stop(withinMs: number): Promise<string | null> {
    this.isStopping = true;
    const { child } = this;
    child?.kill('SIGTERM');
    const isLate = await Promise.race([
      this.keeping.then(() => false),
      sleep(withinMs, true, { ref: false }),
    ]);
    if (!isLate) return null;
    this.kill();
    await this.keeping;
    return `${this.name} did not end within ${withinMs} ms of SIGTERM`;
  }

  private async keep(): Promise<void> {
    while (!this.isStopping) {
      await this.live();
      if (!this.isStopping) await sleep(this.casting.restMs());
    }
  }

  private live(): Promise<void> {
    const { role, order, doomOf } = this.casting;
    const child = fork(join(FOLDER, `${role}.process.ts`), {
      execArgv: ['-r', HOOK],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    this.said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => {
        this.said = (this.said + bytes.toString()).slice(-LONGEST_COMPLAINT);
      });
    child.send({ ...order, doom: doomOf() } satisfies ProcessOrder, () => undefined);
    child.on('message', (news) => {
      this.port = (news as ProcessNews).ready.port;
      this.isReady = true;
      this.joins();
    });
    return new Promise((resolve) => {
      child.on('close', (code, signal) => {
        this.ended(code, signal);
        resolve();
      });
    });
  }

  private ended(code: number | null, signal: NodeJS.Signals | null): void {
    const wasReady = this.isReady;
    this.isReady = false;
    this.leaves();
    const [, point] = new RegExp(`^${LAST_WORDS}(.+)$`, 'm').exec(this.said) ?? [];
    if (point && signal === 'SIGKILL') this.casting.onDeath(point);
    else if (signal !== 'SIGKILL' && wasReady && !(this.isStopping && code === 0))
      this.casting.onFall(`${this.name} ended by itself with ${signal ?? code}: ${this.said.trim()}`);
  }

  private joins(): void {
    if (this.casting.doesJobs) this.casting.timeline.atWork(this.name, Date.now());
  }

  private leaves(): void {
    if (this.casting.doesJobs) this.casting.timeline.goneFromWork(this.name, Date.now());
  }
}
