import { createRequire } from 'node:module';
import { DataSource } from 'typeorm';
import { AnnouncingDatabase, DueJobs, JobHandlers, OutboxReader, type WriteBatch } from '@bureau/platform';
import { PostgresDatabase } from '../../../libs/platform/database/postgres.database';
import { SqliteDatabase } from '../../../libs/platform/database/sqlite.database';
import { BullWakeUps } from '../../../libs/platform/queue/bull.wake-ups';
import { DirectWakeUps } from '../../../libs/platform/queue/direct.wake-ups';
import { JobRunner } from '../../../libs/platform/queue/job.runner';
import { afterCall, aroundCall, beforeCall } from './seams';

interface CrashPointEntry {
  readonly label: string;
  /** Which processes ever pass there. Without a queue server the api does the jobs itself. */
  readonly passes: 'whoever answers calls' | 'whoever does jobs' | 'everybody';
  /** A start passes there once or a few times; the rest as often as there is work. */
  readonly passages: number;
  /** Sees to it that `strike` is called at every passage. The program itself knows nothing of it. */
  readonly watch: (strike: () => void) => void;
}

const adds = (table: string, batch: unknown): boolean =>
  (batch as WriteBatch).writes.some((write) => 'insert' in write && write.insert === table);

const load = createRequire(__filename);

/** Every place in the program at which a process is killed on purpose. */
export const CRASH_POINTS = {
  'after decide': {
    label: 'the event is accepted, nothing of it is written',
    passes: 'whoever answers calls',
    passages: 60,
    watch: (strike) =>
      beforeCall(AnnouncingDatabase.prototype, 'commit', ([batch]) => {
        if (adds('request_event', batch)) strike();
      }),
  },
  'inside the transaction': {
    label: 'everything is written, COMMIT is not (PostgreSQL: the statement is under way)',
    passes: 'everybody',
    passages: 120,
    watch: (strike) => {
      beforeCommitOfSqlite(strike);
      whileStatementIsUnderWay(strike);
    },
  },
  'after commit, before the relay': {
    label: 'committed, and neither the caller nor the queue has been told',
    passes: 'everybody',
    passages: 60,
    watch: (strike) => {
      for (const { prototype } of [SqliteDatabase, PostgresDatabase])
        afterCall(prototype, 'commit', ([batch]) => {
          if (adds('outbox', batch)) strike();
        });
    },
  },
  'after enqueue, before the mark': {
    label: 'the queue has the wake-up, and nobody knows that it has',
    passes: 'everybody',
    passages: 30,
    watch: (strike) => {
      for (const { prototype } of [DirectWakeUps, BullWakeUps]) afterCall(prototype, 'offer', strike);
    },
  },
  'inside a handler': {
    label: 'the job is leased and its effect worked out, nothing of it is written',
    passes: 'whoever does jobs',
    passages: 40,
    watch: (strike) =>
      aroundCall(JobHandlers.prototype, 'of', (call) => {
        const handler = call() as { handle: (...given: unknown[]) => Promise<unknown> };
        const handle = async (...given: unknown[]): Promise<unknown> => {
          const batch = await handler.handle(...given);
          strike();
          return batch;
        };
        return Object.assign(Object.create(handler) as object, { handle });
      }),
  },
  'after the effect, before the queue knows': {
    label: 'the effect and its mark are written, the queue still holds the wake-up',
    passes: 'whoever does jobs',
    passages: 40,
    watch: (strike) => afterCall(JobRunner.prototype, 'run', strike),
  },
  'recovery: database opened': {
    label: 'the start has just recovered the database (SQLite: replayed its WAL)',
    passes: 'everybody',
    passages: 1,
    watch: (strike) => afterCall(DataSource.prototype, 'initialize', strike),
  },
  'recovery: lost wake-ups written again': {
    label: 'the first sweep of a start has written what was missing and offered nothing yet',
    passes: 'whoever does jobs',
    passages: 1,
    watch: (strike) => afterCall(DueJobs.prototype, 'restoreLost', strike),
  },
  'recovery: inside the first sweep': {
    label: 'the first sweep of a start has read what is due and done none of it',
    passes: 'whoever does jobs',
    passages: 2,
    watch: (strike) => afterCall(OutboxReader.prototype, 'waiting', strike),
  },
} as const satisfies Record<string, CrashPointEntry>;

export type CrashPoint = keyof typeof CRASH_POINTS;
export const CRASH_POINT_NAMES = Object.keys(CRASH_POINTS) as readonly CrashPoint[];

/** In the driver: the one statement of a group of batches that makes them durable. */
function beforeCommitOfSqlite(strike: () => void): void {
  const { prototype } = load('better-sqlite3') as { readonly prototype: object };
  aroundCall(prototype, 'prepare', (call, [sql]) => {
    const statement = call() as object;
    if (sql === 'commit') beforeCall(statement, 'run', strike);
    return statement;
  });
}

/** In the driver: the whole batch is one statement; its bytes have left, its answer will never be read. */
function whileStatementIsUnderWay(strike: () => void): void {
  const { Client } = load('pg') as { readonly Client: { readonly prototype: object } };
  aroundCall(Client.prototype, 'query', (call, [query]) => {
    const answer = call();
    const { text = '' } = (query ?? {}) as { readonly text?: string };
    if (text.includes('"outbox"') && /^with _/.test(text)) setImmediate(strike);
    return answer;
  });
}
