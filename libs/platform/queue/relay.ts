import { Logger } from '@nestjs/common';
import { type Clock, millisOf } from '@bureau/kernel';
import type { Row } from '../database';
import { DirectWakeUps } from './direct.wake-ups';
import type { DueJobs } from './due-jobs';
import type { JobRunner } from './job.runner';
import { Outage } from './outage';
import type { OutboxReader, WaitingRow } from './outbox.reader';
import type { WakeUp, WakeUps } from './wake-ups.port';

const PAGE = 500;
/** What the queue has not brought this long after its moment, the sweep does: it may be wiped, hung or its clock off. */
const PATIENCE_MS = 1_000;

export interface RelayParts {
  readonly outbox: OutboxReader;
  readonly runner: JobRunner;
  readonly dueJobs: DueJobs;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  /** What is due later is not offered yet: the sweep does that in time. */
  readonly horizonMillis: number;
}

/** Between the outbox and the handlers: offers rows to the queue, and answers its wake-ups. */
export class Relay {
  private readonly logger = new Logger('queue');
  private readonly offers: Outage;
  private readonly answers: Outage;
  /** For what the queue does not bring in time. */
  private readonly byItself: WakeUps;
  private offering: Promise<unknown> = Promise.resolve();
  /** What the latest sweep found, as long as the queue has not taken or refused all of it. */
  private sweepOffers: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly parts: RelayParts) {
    const { wakeUps, clock } = parts;
    this.byItself = wakeUps.driver === 'direct' ? wakeUps : new DirectWakeUps(clock);
    this.offers = new Outage(
      this.logger,
      `the queue on ${wakeUps.driver} takes no wake-ups`,
      'they stand in the outbox, and the sweep brings them',
    );
    this.answers = new Outage(this.logger, 'a wake-up could not be answered', 'the sweep brings it again');
  }

  /** From now on this process does jobs. Rejects when the queue cannot be reached; may then be called again. */
  async listen(): Promise<void> {
    if (this.byItself !== this.parts.wakeUps) await this.byItself.listen((id) => this.wake(id, 'the sweep'));
    await this.parts.wakeUps.listen((id) => this.wake(id, 'the queue'));
  }

  /** After a commit: not waited for, and never a reason for whoever committed to fail. */
  nudge(rows: readonly Row[]): void {
    const until = this.now() + this.parts.horizonMillis;
    const wakeUps = rows.flatMap(({ id, attempts, available_at: at }) =>
      typeof id === 'string' && typeof at === 'number' && at <= until
        ? [{ id, tries: Number(attempts ?? 0), at }]
        : [],
    );
    if (wakeUps.length > 0) this.offering = this.offer(wakeUps);
  }

  /**
   * Sees to it that what is overdue is done, and offers every row that is not delivered and due soon. A queue that hangs
   * holds up nothing: offering goes on by itself, and what is due meanwhile is done without it.
   */
  async sweep(): Promise<void> {
    const { dueJobs, outbox, runner } = this.parts;
    const restored = await dueJobs.restoreLost();
    if (restored > 0) this.logger.warn(`${restored} wake-ups were missing and are written again`);
    const until = this.now() + this.parts.horizonMillis;
    const patience = this.sweepOffers ? 0 : PATIENCE_MS;
    const wakeUps: WakeUp[] = [];
    for (let last: WaitingRow | null = null; !this.closed;) {
      const page: readonly WaitingRow[] = await outbox.waiting(until, last, PAGE);
      wakeUps.push(...page.map((row) => wakeUpOf(row, runner)));
      await this.doOverdue(wakeUps.slice(-page.length), patience);
      last = page.at(-1) ?? null;
      if (page.length < PAGE) break;
    }
    this.sweepOffers ??= this.offerAll(wakeUps).finally(() => {
      this.sweepOffers = undefined;
    });
  }

  /** Lets what is under way finish. */
  async close(): Promise<void> {
    this.closed = true;
    await this.parts.wakeUps.close();
    await this.byItself.close();
    await this.offering;
    await this.sweepOffers;
  }

  /** Without the queue: what it should have brought by now. The rows' lease keeps it and us from doing one twice. */
  private async doOverdue(wakeUps: readonly WakeUp[], patienceMillis: number): Promise<void> {
    const before = this.now() - patienceMillis;
    const ours = wakeUps.filter(({ at }) => at <= before);
    if (ours.length > 0) await this.byItself.offer(ours);
  }

  /** As soon as the queue refuses, it is not asked for the rest: what is due then is done without it. */
  private async offerAll(wakeUps: readonly WakeUp[]): Promise<void> {
    for (let first = 0; first < wakeUps.length && !this.closed; first += PAGE)
      if (!(await this.offer(wakeUps.slice(first, first + PAGE)))) return this.doOverdue(wakeUps, 0);
  }

  private async offer(wakeUps: readonly WakeUp[]): Promise<boolean> {
    try {
      await this.parts.wakeUps.offer(wakeUps);
      this.offers.isOver();
      return true;
    } catch (error) {
      this.offers.begins(error);
      return false;
    }
  }

  private async wake(id: string, by: 'the queue' | 'the sweep'): Promise<void> {
    try {
      const { outcome, again } = await this.parts.runner.run(id);
      this.answers.isOver();
      // What somebody else has in hand, the next sweep looks at again by itself.
      if (again && (by === 'the queue' || outcome === 'failed')) await this.offer([again]);
    } catch (error) {
      this.answers.begins(error);
      throw error;
    }
  }

  private now(): number {
    return millisOf(this.parts.clock.now());
  }
}

const wakeUpOf = ({ id, attempts, available_at, lease_until }: WaitingRow, runner: JobRunner): WakeUp => ({
  id,
  tries: attempts,
  at: lease_until !== null && runner.holds(lease_until) ? lease_until : available_at,
});
