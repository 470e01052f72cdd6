import { Clock, millisOf } from '@bureau/kernel';
import { type QueueState, type WakeUp, wakeUpKey, WakeUps } from './wake-ups.port';

/** As many as SQLite writes with one flush to disk. */
const AT_ONCE = 32;
/** A timer of more than 2^31 ms would go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Timers in this process, a few handlers at a time. No server and no memory beyond the process: what is left when it
 * ends, the next sweep finds in the rows.
 */
export class DirectWakeUps extends WakeUps {
  readonly driver = 'direct';
  readonly server = null;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly waiting = new Map<string, string>();
  private readonly running = new Map<string, Promise<void>>();
  private wake: ((id: string) => Promise<void>) | undefined;
  private closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly atOnce = AT_ONCE,
  ) {
    super();
  }

  async offer(wakeUps: readonly WakeUp[]): Promise<void> {
    const now = millisOf(this.clock.now());
    for (const wakeUp of wakeUps) {
      const key = wakeUpKey(wakeUp);
      if (this.closed || this.waiting.has(key)) continue;
      // Set anew even if it was set before: a timer does not notice that the machine slept or its clock was put right.
      clearTimeout(this.timers.get(key));
      this.timers.delete(key);
      if (wakeUp.at > now) this.timers.set(key, this.timer(key, wakeUp.id, wakeUp.at - now));
      else if (!this.running.has(key)) this.waiting.set(key, wakeUp.id);
    }
    this.startNext();
  }

  async listen(wake: (id: string) => Promise<void>): Promise<void> {
    this.wake = wake;
    this.startNext();
  }

  state(): Promise<QueueState> {
    return Promise.resolve({ reachable: true });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.waiting.clear();
    await Promise.all(this.running.values());
  }

  private timer(key: string, id: string, millis: number): NodeJS.Timeout {
    const goOff = () => {
      this.timers.delete(key);
      this.waiting.set(key, id);
      this.startNext();
    };
    return setTimeout(goOff, Math.min(millis, LONGEST_TIMER)).unref();
  }

  private startNext(): void {
    const { wake } = this;
    if (!wake) return;
    for (const [key, id] of this.waiting) {
      if (this.running.size >= this.atOnce) return;
      this.waiting.delete(key);
      // Whoever is woken reports for itself; what it left undone stays in the row.
      const done = wake(id)
        .catch(() => undefined)
        .finally(() => {
          this.running.delete(key);
          this.startNext();
        });
      this.running.set(key, done);
    }
  }
}
