import { Injectable } from '@nestjs/common';
import { Clock, type Instant, instantFromMillis, millisOf, type PlainDate } from '@bureau/kernel';
import { Database, JobResults, QueueHealth, type QueueHealthParts } from '@bureau/platform';

/** A deadline may be one sweep late; more means that nobody sweeps. */
const LATE_MILLIS = 5 * 60_000;

const DEADLINE_TABLES = ['request_deadline', 'case_deadline'] as const;
const VERIFICATIONS = ['verify.nightly', 'verify-cases.nightly'] as const;

export interface BureauParts extends QueueHealthParts {
  readonly database: { readonly ready: true };
  /** What the nightly verification found last: a damaged file is its own, and keeps nobody else from working. */
  readonly verification: {
    readonly ready: true;
    readonly lastOn: PlainDate | null;
    readonly foundFaults: boolean;
  };
  readonly deadlines: { readonly ready: boolean; readonly oldestUnfiredDue: Instant | null };
}

/** How the parts of the bureau fare, whichever process asks. Tells nothing about any family. */
@Injectable()
export class BureauState {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: QueueHealth,
    private readonly results: JobResults,
  ) {}

  /** Throws when the database cannot be read. */
  async parts(): Promise<BureauParts> {
    const now = millisOf(this.clock.now());
    const due = await this.oldestUnfiredDue();
    const isDue = due !== null && due <= now;
    return {
      database: { ready: true },
      deadlines: {
        ready: !isDue || now - due < LATE_MILLIS,
        oldestUnfiredDue: isDue ? instantFromMillis(due) : null,
      },
      verification: await this.verification(),
      ...(await this.queue.parts()),
    };
  }
  private async oldestUnfiredDue(): Promise<number | null> {
    const found = await Promise.all(
      DEADLINE_TABLES.map((table) =>
        this.database.read<{ due: number | null }>(
          `SELECT MIN(due_at) AS due FROM ${table} WHERE state = 'open' AND fired_at IS NULL`,
        ),
      ),
    );
    const dues = found.flat().flatMap(({ due }) => due ?? []);
    return dues.length > 0 ? Math.min(...dues) : null;
  }

  private async verification(): Promise<BureauParts['verification']> {
    const found = await Promise.all(VERIFICATIONS.map((kind) => this.results.of(kind, 1)));
    const last = found.flat();
    return {
      ready: true,
      lastOn: last.map(({ day }) => day).sort()[0] ?? null,
      foundFaults: last.some(({ outcome }) => outcome === 'faults'),
    };
  }
}
