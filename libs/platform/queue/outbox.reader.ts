import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { OutboxRow } from '../outbox';

export type WaitingRow = Pick<OutboxRow, 'id' | 'attempts' | 'available_at' | 'lease_until'>;

export interface OutboxState {
  /** The moment (epoch milliseconds) since which the oldest undelivered row could have been done; null when none. */
  readonly oldestDue: number | null;
  /** Rows whose last try has failed. */
  readonly failing: number;
}

/** What the outbox holds that has not been delivered. */
@Injectable()
export class OutboxReader {
  constructor(private readonly database: Database) {}

  async row(id: string): Promise<OutboxRow | null> {
    const [row] = await this.database.read<OutboxRow>('SELECT * FROM outbox WHERE id = ?', [id]);
    return row ?? null;
  }

  /** Undelivered rows that are due before `until`, the earliest first; further pages go on `after` the last row. */
  waiting(until: number, after: WaitingRow | null, most: number): Promise<readonly WaitingRow[]> {
    const from = after?.available_at ?? 0;
    return this.database.read<WaitingRow>(
      `SELECT id, attempts, available_at, lease_until FROM outbox
       WHERE delivered_at IS NULL AND available_at >= ? AND available_at <= ?
         AND (available_at > ? OR id > ?)
       ORDER BY available_at, id LIMIT ?`,
      [from, until, from, after?.id ?? '', most],
    );
  }

  async state(now: number): Promise<OutboxState> {
    const [due] = await this.database.read<{ at: number | null }>(
      'SELECT MIN(available_at) AS at FROM outbox WHERE delivered_at IS NULL AND available_at <= ?',
      [now],
    );
    const [failing] = await this.database.read<{ n: number }>(
      'SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL AND last_error IS NOT NULL',
    );
    return { oldestDue: due?.at ?? null, failing: failing?.n ?? 0 };
  }
}
