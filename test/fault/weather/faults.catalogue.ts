import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededChance } from '../../support/seeded.chance';
import type { Backend } from '../stage/backends.catalogue';
import type { KeptProcess, Role } from '../stage/kept-process';
import { askedOnce } from '../stage/private-postgres';
import type { PrivateServer } from '../stage/private-server';
import { tellRedis } from '../stage/private-redis';
import type { Stage } from '../stage/stage';

interface FaultEntry {
  readonly label: string;
  /** Drawn so often, beside the others. */
  readonly weight: number;
  /** It ends a process, whoever's it is. */
  readonly kills: boolean;
  readonly befalls: (backend: Backend) => boolean;
  /** Comes back when the world is whole again, or its keeper is at it. False: there was nothing to befall just now. */
  readonly strike: (stage: Stage, chance: SeededChance) => Promise<boolean>;
}

/** How long the program may take to find out that its connections to a server have died in silence. */
export const NOTICES_SILENCE_MS = 11_000;

const onPostgres = ({ database }: Backend): boolean => database === 'postgres';
const onSqlite = ({ database }: Backend): boolean => database === 'sqlite';
const onRedis = ({ queue }: Backend): boolean => queue === 'redis';
const always = (): boolean => true;

export const FAULTS = {
  'kill -9 of an api': {
    label: 'at any moment, its start included',
    weight: 30,
    kills: true,
    befalls: always,
    strike: (stage, chance) => killOne(stage, chance, 'api'),
  },
  'kill -9 of a worker': {
    label: 'at any moment, its start included',
    weight: 24,
    kills: true,
    befalls: ({ queue }) => queue !== 'direct',
    strike: (stage, chance) => killOne(stage, chance, 'worker'),
  },
  'kill -9 of PostgreSQL': {
    label: 'the postmaster; its backends die with it',
    weight: 3,
    kills: true,
    befalls: onPostgres,
    strike: (stage) => withoutDatabase(stage, (server) => server.kill('SIGKILL')),
  },
  'immediate restart of PostgreSQL': {
    label: 'as `pg_ctl restart -m immediate`: no checkpoint, recovery from the WAL',
    weight: 3,
    kills: true,
    befalls: onPostgres,
    strike: (stage) => withoutDatabase(stage, (server) => server.kill('SIGQUIT')),
  },
  'connections of PostgreSQL ended': {
    label: 'pg_terminate_backend of whatever is under way',
    weight: 4,
    kills: false,
    befalls: onPostgres,
    strike: async (stage) => {
      const others = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()';
      await askedOnce(stage.databaseUrl, `${others} and backend_type = 'client backend'`);
      return true;
    },
  },
  'kill -9 of Redis': {
    label: 'with its append-only file as it is',
    weight: 5,
    kills: true,
    befalls: onRedis,
    strike: async ({ redis }, chance) => {
      await redis?.server.kill('SIGKILL');
      await sleep(chance.below(2_000));
      await redis?.server.start();
      return true;
    },
  },
  'queue wiped': {
    label: 'FLUSHALL, or every job of BullMQ deleted on PostgreSQL',
    weight: 5,
    kills: false,
    befalls: ({ queue }) => queue !== 'direct',
    strike: async ({ redis, databaseUrl }) => {
      if (redis) await tellRedis(redis.url, async (server) => void (await server.flushall()));
      else await askedOnce(databaseUrl, 'truncate bullmq.job cascade');
      return true;
    },
  },
  'silence on the way to PostgreSQL': {
    label: 'half-open: nobody hangs up, nothing arrives, and old connections never speak again',
    weight: 1,
    kills: false,
    befalls: onPostgres,
    strike: async ({ wires, timeline }) => {
      timeline.outageBegins(Date.now());
      wires.postgres?.fallSilent();
      await sleep(1_500);
      wires.postgres?.mend();
      await sleep(NOTICES_SILENCE_MS);
      timeline.outageEnds(Date.now());
      return true;
    },
  },
  'silence on the way to Redis': {
    label: 'half-open; no excuse for any deadline to be late',
    weight: 3,
    kills: false,
    befalls: onRedis,
    strike: async ({ wires }) => {
      wires.redis?.fallSilent();
      await sleep(3_000);
      wires.redis?.mend();
      return true;
    },
  },
  'disk full': {
    label: 'no process can write another byte to a file for two seconds (RLIMIT_FSIZE)',
    weight: 3,
    kills: false,
    befalls: onSqlite,
    strike: diskFull,
  },
  'a process suspended': {
    label: 'SIGSTOP for longer than its leases last, then it goes on as if nothing had happened',
    weight: 6,
    kills: false,
    befalls: always,
    strike: async (stage, chance) => {
      await chance.among(stage.processes).pause(500 + chance.below(3_000));
      return true;
    },
  },
} as const satisfies Record<string, FaultEntry>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

async function killOne(stage: Stage, chance: SeededChance, role: Role): Promise<boolean> {
  return chance.among(stage.processes.filter((process) => process.role === role)).kill();
}

async function withoutDatabase(
  { postgres, timeline }: Stage,
  strike: (server: PrivateServer) => Promise<void>,
): Promise<boolean> {
  if (!postgres) return false;
  timeline.outageBegins(Date.now());
  await strike(postgres.server);
  await postgres.server.start();
  timeline.outageEnds(Date.now());
  return true;
}

async function diskFull({ processes, timeline }: Stage): Promise<boolean> {
  const limited = processes.filter((process): process is KeptProcess => process.isUp);
  timeline.outageBegins(Date.now());
  for (const { pid } of limited) limitFiles(pid, '0:unlimited');
  await sleep(2_000);
  for (const { pid } of limited) limitFiles(pid, 'unlimited:unlimited');
  timeline.outageEnds(Date.now());
  return limited.length > 0;
}

function limitFiles(pid: number | undefined, size: string): void {
  // Gone meanwhile: then it has no limit either.
  if (pid !== undefined) spawnSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]);
}
