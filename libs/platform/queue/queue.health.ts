import { Injectable } from '@nestjs/common';
import { Clock, instantFromMillis, millisOf, type Instant } from '@bureau/kernel';
import { OutboxReader } from './outbox.reader';
import { type Driver, WakeUps } from './wake-ups.port';

/** A row may be one sweep late; more means that nobody sweeps. */
const LATE_MILLIS = 5 * 60_000;

export interface QueueHealthParts {
  readonly outbox: {
    readonly ready: boolean;
    readonly oldestUndeliveredDue: Instant | null;
    readonly failing: number;
  };
  readonly queue: {
    readonly ready: boolean;
    readonly driver: Driver;
    readonly reachable: boolean;
    readonly why?: string;
  };
}

/** How the outbox and the queue fare. */
@Injectable()
export class QueueHealth {
  constructor(
    private readonly outbox: OutboxReader,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Throws when the database cannot be read. */
  async parts(): Promise<QueueHealthParts> {
    const now = millisOf(this.clock.now());
    const [{ oldestDue, failing }, state] = await Promise.all([this.outbox.state(now), this.wakeUps.state()]);
    return {
      outbox: {
        ready: oldestDue === null || now - oldestDue < LATE_MILLIS,
        oldestUndeliveredDue: oldestDue === null ? null : instantFromMillis(oldestDue),
        failing,
      },
      // Without its queue a process still does all its work, the sweep being its queue: it stays ready.
      queue: { ready: true, driver: this.wakeUps.driver, ...state },
    };
  }
}
