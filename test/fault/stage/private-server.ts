import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const UP_WITHIN_MS = 30_000;
const REST_MS = 150;

export interface ServerCommand {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly options?: SpawnOptions;
  /** Resolves when it answers; rejects when it does not. */
  readonly answers: () => Promise<void>;
}

/** A server that belongs to the storm alone: it can be killed, and comes back with what it had. */
export class PrivateServer {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly command: ServerCommand) {}

  get name(): string {
    return this.command.name;
  }

  /** Comes back when it answers. One that is still being recovered from is tried again. */
  async start(): Promise<void> {
    for (const until = Date.now() + UP_WITHIN_MS; !this.stopped; await sleep(REST_MS)) {
      if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) this.launch();
      try {
        await this.command.answers();
        return;
      } catch (error) {
        if (Date.now() > until)
          throw new Error(`${this.command.name} does not come up: ${String(error)}`, { cause: error });
      }
    }
  }

  /** Resolves when it is gone; `start` brings it back. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.child?.kill(signal);
    await this.ended;
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    this.stopped = true;
    await this.kill(signal);
  }

  private launch(): void {
    const { file, args, options } = this.command;
    const child = spawn(file, args, { ...options, stdio: 'ignore' });
    this.child = child;
    this.ended = new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
  }
}
