import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Clock, instantFromMillis, millisOf } from '@bureau/kernel';
import type { Change, Database, WriteBatch } from '../database';
import { DatabaseUnavailable, messageOf } from '../database/database.errors';
import { secondsSince } from '../metrics';
import type { OutboxRow } from '../outbox';
import { restMillis } from './back-off.rules';
import type { JobHandlers } from './job.handlers';
import type { Job } from './job.handler';
import { JOBS, type JobEntry, type JobTerms } from './jobs.catalogue';
import type { OutboxReader } from './outbox.reader';
import type { WakeUp } from './wake-ups.port';

export interface RunnerOptions {
  /** How long a row stays with a process that says nothing more of it. */
  readonly leaseMillis?: number;
  readonly terms?: JobTerms;
  /** Told of every try that ended, with how long it took. */
  readonly tell?: (kind: string, outcome: Run['outcome'], seconds: number) => void;
}

/** `nothing`: delivered already, or somebody else has it. `again`: when to look at it once more, if known. */
export interface Run {
  readonly outcome: 'delivered' | 'no longer true' | 'nothing' | 'failed';
  readonly again?: WakeUp;
}

type Mine = OutboxRow & { readonly attempts: number };

const LEASE_MILLIS = 30_000;
/** Timers and queues count in another way than the clock, and go off a millisecond or so too early. */
const NEARLY_MILLIS = 100;
const MOST_STALE = 5;
const LONGEST_ERROR = 500;
const UNKNOWN_KIND: Pick<JobEntry, 'attempts' | 'backoffMillis'> = { attempts: 1, backoffMillis: 60_000 };

/**
 * Does what one outbox row asks for, whoever woke us and how often. The row is leased first: `attempts` counts the
 * leases, so a process that lost its lease can no longer touch the row.
 */
export class JobRunner {
  private readonly logger = new Logger('queue');
  private readonly leaseMillis: number;
  private readonly tell: NonNullable<RunnerOptions['tell']>;
  private readonly terms: Readonly<Record<string, Pick<JobEntry, 'attempts' | 'backoffMillis'>>>;

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxReader,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    { leaseMillis = LEASE_MILLIS, terms = JOBS, tell = () => undefined }: RunnerOptions = {},
  ) {
    this.leaseMillis = leaseMillis;
    this.terms = terms;
    this.tell = tell;
  }

  /** Throws only when the database cannot be reached: the row is then as it was, or leased for a while. */
  async run(id: string): Promise<Run> {
    const row = await this.outbox.row(id);
    if (!row || row.delivered_at !== null) return { outcome: 'nothing' };
    const { attempts, available_at, lease_until } = row;
    const early = available_at - this.now();
    if (early > 0 && early <= NEARLY_MILLIS) await sleep(early + 1);
    const now = this.now();
    // A queue may go off early, or the clock may have been set back: the row's own moment counts.
    if (available_at > now) return { outcome: 'nothing', again: { id, tries: attempts, at: available_at } };
    if (lease_until !== null && this.holds(lease_until))
      return { outcome: 'nothing', again: { id, tries: attempts, at: lease_until } };
    const leased = await this.database.commit({
      guard: {
        change: 'outbox',
        where: { id, attempts, lease_until, available_at, delivered_at: null },
        set: { attempts: attempts + 1, lease_until: now + this.leaseMillis },
      },
      writes: [],
    });
    return leased.ok ? this.leased({ ...row, attempts: attempts + 1 }) : { outcome: 'nothing' };
  }

  /** A lease from the future is one of a clock that has been set back since; it must not last longer than any other. */
  holds(leaseUntil: number): boolean {
    const left = leaseUntil - this.now();
    return left > 0 && left <= this.leaseMillis;
  }

  private async leased(row: Mine): Promise<Run> {
    const renewing = setInterval(() => void this.renew(row), this.leaseMillis / 3);
    const began = performance.now();
    try {
      const run = await this.handled(row).catch((error: unknown) => this.failed(row, error));
      this.tell(row.kind, run.outcome, secondsSince(began));
      return run;
    } finally {
      clearInterval(renewing);
    }
  }

  private async handled(row: Mine): Promise<Run> {
    const handler = this.handlers.of(row.kind);
    const job: Job = { ...row, ids: JSON.parse(row.payload) as Job['ids'], attempt: row.attempts };
    for (let tries = 0; tries < MOST_STALE; tries++) {
      const now = this.now();
      const batch = await handler.handle(job, instantFromMillis(now));
      const result = await this.database.commit(withDelivery(batch, delivery(row, now)));
      if (result.ok) return { outcome: batch ? 'delivered' : 'no longer true' };
      if (result.because === 'taken')
        throw new Error(`${result.constraint} of ${result.table} is there already`);
      // Without a guard of its own, what was stale is our lease: the row is somebody else's now.
      if (!batch?.guard) return { outcome: 'nothing' };
    }
    throw new Error(`what it is about changed ${MOST_STALE} times while it was handled`);
  }

  private async failed(row: Mine, error: unknown): Promise<Run> {
    const { id, attempts } = row;
    const terms = this.terms[row.kind] ?? UNKNOWN_KIND;
    const isWorldBroken = error instanceof DatabaseUnavailable;
    // A database that was away, or a process that was killed before, is no reason to give the job up.
    const at = this.now() + (isWorldBroken ? terms.backoffMillis : restMillis(terms, attempts));
    const why = messageOf(error).slice(0, LONGEST_ERROR);
    const kept = await this.database.commit({
      guard: held(row, { lease_until: null, last_error: why, available_at: at }),
      writes: [],
    });
    if (!kept.ok) return { outcome: 'nothing' };
    if (attempts >= terms.attempts && !isWorldBroken)
      this.logger.error(`${row.kind} ${id} failed ${attempts} times and needs a look: ${why}`);
    return { outcome: 'failed', again: { id, tries: attempts, at } };
  }

  private async renew(row: Mine): Promise<void> {
    try {
      await this.database.commit({
        writes: [held(row, { lease_until: this.now() + this.leaseMillis })],
      });
    } catch {
      // The database is away. If it stays away the lease runs out, and the commit at the end finds out.
    }
  }

  private now(): number {
    return millisOf(this.clock.now());
  }
}

/** A change of the row as long as it is ours. */
const held = ({ id, attempts }: Mine, set: Change['set']): Change => ({
  change: 'outbox',
  where: { id, attempts, delivered_at: null },
  set,
});

const delivery = (row: Mine, now: number): Change =>
  held(row, { delivered_at: now, lease_until: null, last_error: null });

/** The effect and its mark in one commit; the mark itself is the guard when the effect has none. */
const withDelivery = (batch: WriteBatch | null, mark: Change): WriteBatch =>
  batch?.guard
    ? { guard: batch.guard, writes: [...batch.writes, mark] }
    : { guard: mark, writes: batch?.writes ?? [] };
