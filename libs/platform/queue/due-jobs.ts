import type { Clock } from '@bureau/kernel';
import { millisOf } from '@bureau/kernel';
import type { Database } from '../database';
import type { JobHandlers } from './job.handlers';
import type { JobRunner } from './job.runner';
import type { OutboxReader, WaitingRow } from './outbox.reader';

const PAGE = 500;
const AT_ONCE = 10;

/** Does here and now whatever is due, without any queue: for a command, a replay, a test that must not wait. */
export class DueJobs {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxReader,
    private readonly runner: JobRunner,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /** Writes again the wake-ups that are missing, and says how many there were. */
  async restoreLost(): Promise<number> {
    let restored = 0;
    for (const handler of this.handlers.all) {
      const rows = await handler.lost(this.clock.now());
      if (rows.length === 0) continue;
      await this.database.commit({
        writes: [{ insert: 'outbox', rows, onConflict: { key: ['id'], then: 'update' } }],
      });
      restored += rows.length;
    }
    return restored;
  }

  /** Writes the wake-ups that time itself asks for: the next of everything on a schedule. */
  async writeOwed(): Promise<void> {
    for (const handler of this.handlers.all) {
      const rows = await handler.owed(this.clock.now());
      if (rows.length === 0) continue;
      await this.database.commit({
        writes: [{ insert: 'outbox', rows, onConflict: { key: ['id'], then: 'ignore' } }],
      });
    }
  }

  /** How many jobs were done, not counting those that were no longer needed or that somebody else has in hand. */
  async execute(): Promise<number> {
    await this.restoreLost();
    await this.writeOwed();
    const now = millisOf(this.clock.now());
    let done = 0;
    for (let last: WaitingRow | null = null; ;) {
      const page: readonly WaitingRow[] = await this.outbox.waiting(now, last, PAGE);
      for (let from = 0; from < page.length; from += AT_ONCE) {
        const runs = page.slice(from, from + AT_ONCE).map(({ id }) => this.runner.run(id));
        done += (await Promise.all(runs)).filter(({ outcome }) => outcome === 'delivered').length;
      }
      last = page.at(-1) ?? null;
      if (page.length < PAGE) return done;
    }
  }
}
