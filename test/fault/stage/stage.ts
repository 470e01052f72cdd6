import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AddAccount } from '@bureau/access';
import { loadConfig } from '@bureau/config';
import { CoreModule } from '../../../apps/core/core.module';
import { bureau } from '../../support/built.program';
import type { SeededChance } from '../../support/seeded.chance';
import type { Doom } from '../processes/order';
import type { ClockOrder } from '../storm.clock';
import { Timeline } from '../timeline';
import { AT_ONCE, type Backend } from './backends.catalogue';
import { KeptProcess } from './kept-process';
import { installedPostgres, type PrivatePostgres, startPostgres } from './private-postgres';
import { isRedisInstalled, type PrivateRedis, startRedis } from './private-redis';
import { type Wire, wireTo } from './wire';

export const SWEEP_MS = 2_000;
const STOP_WITHIN_MS = 20_000;
const COMES_BACK_WITHIN_MS = 90_000;
/** `verify` after a long storm has tens of thousands of events to fold again. */
const COMMAND_WITHIN_MS = 15 * 60_000;

export interface Person {
  readonly username: string;
  readonly role: string;
  /** Of the pool; null for staff. */
  readonly person: string | null;
}

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** What happened on the stage that nobody had planned. */
export interface StageNews {
  readonly onDeath: (point: string) => void;
  readonly onFall: (what: string) => void;
  readonly doomOf: (part: Backend['cast'][number]) => Doom | null;
}

/** One bureau with servers and processes of its own, all of which may be killed. */
export class Stage {
  readonly timeline = new Timeline();
  readonly processes: KeptProcess[] = [];

  private constructor(
    readonly backend: Backend,
    private readonly folder: string,
    readonly postgres: PrivatePostgres | null,
    readonly redis: PrivateRedis | null,
    readonly wires: { readonly postgres: Wire | null; readonly redis: Wire | null },
  ) {}

  /** What is missing on this machine to set it, or null. */
  static lacks({ database, queue }: Backend): string | null {
    if (database === 'postgres' && !installedPostgres()) return 'no PostgreSQL server is installed here';
    if (queue === 'redis' && !isRedisInstalled()) return 'no redis-server is installed here';
    return null;
  }

  static async set(backend: Backend): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'bureau-storm-'));
    // The server of PostgreSQL runs under another account and must get through.
    chmodSync(folder, 0o755);
    const bin = installedPostgres();
    const postgres = backend.database === 'postgres' && bin ? await startPostgres(bin, folder) : null;
    const redis = backend.queue === 'redis' ? await startRedis(folder) : null;
    const wires = {
      postgres: postgres && (await wireTo(postgres.url)),
      redis: redis && (await wireTo(redis.url)),
    };
    return new Stage(backend, folder, postgres, redis, wires);
  }

  /** For whoever looks on: past the wire. */
  get databaseUrl(): string {
    return this.postgres?.url ?? `sqlite:${join(this.folder, 'bureau.sqlite')}`;
  }

  get apis(): readonly KeptProcess[] {
    return this.processes.filter(({ role }) => role === 'api');
  }

  /** Makes the tables, and an account for each. */
  async hire(people: readonly Person[]): Promise<Account[]> {
    const core = CoreModule.forRoot(loadConfig({ DATABASE_URL: this.databaseUrl }));
    const bureau = await NestFactory.createApplicationContext(core, { logger: ['error', 'fatal'] });
    const accounts: Account[] = [];
    for (const { username, role, person } of people) {
      const draft = { username, displayName: username, roles: [role], language: 'en', person };
      const added = await bureau.get(AddAccount).execute(draft, null);
      const password = added.ok ? added.value.generatedPassword : null;
      if (password === null) throw new Error(`${username} could not be hired`);
      accounts.push({ username, password });
    }
    await bureau.close();
    return accounts;
  }

  /** `bureau …` on this database, past the wire and with the time of today. */
  command(...args: readonly string[]): ReturnType<typeof bureau> {
    const env = { DATABASE_URL: this.databaseUrl };
    return bureau(args, { cwd: this.folder, env, withinMs: COMMAND_WITHIN_MS });
  }

  /** Lets all processes begin; comes back when each has been at work once. */
  async open(clock: ClockOrder, chance: SeededChance, news: StageNews): Promise<void> {
    for (const part of this.backend.cast) {
      const process = new KeptProcess({
        ...part,
        ...news,
        isKeptRunning: part.rest === AT_ONCE,
        restMs: () => part.rest[0] + chance.below(part.rest[1] - part.rest[0]),
        doomOf: () => news.doomOf(part),
        order: { env: this.environment(), clock },
        timeline: this.timeline,
      });
      this.processes.push(process);
      process.start();
    }
    await this.isWhole();
  }

  /** Comes back when everybody who is kept running is at work; throws when somebody does not come. */
  async isWhole(): Promise<void> {
    for (const process of this.processes)
      if (process.isKeptRunning && !(await process.isAtWork(COMES_BACK_WITHIN_MS)))
        throw new Error(`${process.name} does not come back to work: ${process.latestWords}`);
  }

  /** Ends all processes as a deployment does; answers what went wrong with that. */
  async close(): Promise<string[]> {
    const ends = await Promise.all(this.processes.map((process) => process.stop(STOP_WITHIN_MS)));
    return ends.filter((wrong) => wrong !== null);
  }

  async remove(): Promise<void> {
    await this.close();
    for (const wire of [this.wires.postgres, this.wires.redis]) wire?.remove();
    await this.redis?.server.stop('SIGKILL');
    await this.postgres?.server.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(): Record<string, string> {
    const { postgres, redis } = this.wires;
    const queue = this.backend.queue === 'redis' ? redis?.url : postgres?.url;
    return {
      DATABASE_URL: postgres?.url ?? this.databaseUrl,
      ...(this.backend.queue !== 'direct' && queue && { QUEUE_URL: queue }),
      SWEEP_SECONDS: String(SWEEP_MS / 1000),
    };
  }
}
