import { Injectable } from '@nestjs/common';
import { Clock, type Instant, instantFromMillis, millisOf } from '@bureau/kernel';
import { Database } from '../database';
import { OutboxNews, type OutboxRow } from '../outbox';

/** What is shown of a row: ids and moments. The payload stays where it is. */
export interface OutboxLine {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Not before this moment; after a failure that of the next try. */
  readonly availableAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly lastError: string | null;
}

export interface OutboxOverview {
  readonly counts: { readonly due: number; readonly later: number; readonly failing: number };
  /** The longest failing first. */
  readonly failing: readonly OutboxLine[];
  /** The next to be done. */
  readonly waiting: readonly OutboxLine[];
  /** The latest first. */
  readonly delivered: readonly OutboxLine[];
}

export type Retried = 'retried' | 'unknown' | 'not failing';

const MOST = 50;
const SHOWN = 'id, kind, subject, attempts, created_at, available_at, delivered_at, last_error';
const COUNTS = `
  SELECT SUM(CASE WHEN available_at <= ? THEN 1 ELSE 0 END) AS due, COUNT(*) AS n, COUNT(last_error) AS failing
  FROM outbox WHERE delivered_at IS NULL`;
const FAILING = `
  SELECT ${SHOWN} FROM outbox WHERE delivered_at IS NULL AND last_error IS NOT NULL ORDER BY created_at, id LIMIT ?`;
const WAITING = `
  SELECT ${SHOWN} FROM outbox WHERE delivered_at IS NULL AND last_error IS NULL ORDER BY available_at, id LIMIT ?`;
const DELIVERED = `
  SELECT ${SHOWN} FROM outbox WHERE delivered_at IS NOT NULL ORDER BY delivered_at DESC, id LIMIT ?`;

/** The outbox to look at, and to help along: the rows are the truth of every job, whatever carries the wake-ups. */
@Injectable()
export class OutboxDesk {
  constructor(
    private readonly database: Database,
    private readonly news: OutboxNews,
    private readonly clock: Clock,
  ) {}

  async overview(): Promise<OutboxOverview> {
    const [[counts], failing, waiting, delivered] = await Promise.all([
      this.database.read<{ due: number | null; n: number; failing: number }>(COUNTS, [this.now()]),
      this.lines(FAILING),
      this.lines(WAITING),
      this.lines(DELIVERED),
    ]);
    const { due, n, failing: failed } = counts ?? { due: 0, n: 0, failing: 0 };
    return {
      counts: { due: due ?? 0, later: n - (due ?? 0), failing: failed },
      failing,
      waiting,
      delivered,
    };
  }

  /** The row is tried again now instead of after its rest. */
  async retry(id: string): Promise<Retried> {
    const [row] = await this.database.read<OutboxRow>('SELECT * FROM outbox WHERE id = ?', [id]);
    if (!row) return 'unknown';
    const { attempts, available_at, last_error } = row;
    if (row.delivered_at !== null || last_error === null) return 'not failing';
    const now = this.now();
    const result = await this.database.commit({
      // As it was read: a row that somebody has taken up meanwhile is being tried already.
      guard: {
        change: 'outbox',
        where: { id, attempts, available_at, lease_until: null, delivered_at: null },
        set: { available_at: now },
      },
      writes: [],
    });
    if (!result.ok) return 'not failing';
    this.news.tell([{ id, attempts, available_at: now }]);
    return 'retried';
  }

  private async lines(sql: string): Promise<readonly OutboxLine[]> {
    return (await this.database.read<OutboxRow>(sql, [MOST])).map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      attempts: row.attempts,
      createdAt: instantFromMillis(row.created_at),
      availableAt: instantFromMillis(row.available_at),
      deliveredAt: row.delivered_at === null ? null : instantFromMillis(row.delivered_at),
      lastError: row.last_error,
    }));
  }

  private now(): number {
    return millisOf(this.clock.now());
  }
}
