import { Injectable } from '@nestjs/common';
import { Clock, type Instant, instantFromMillis, millisOf, type PlainDate } from '@bureau/kernel';
import { Database, JobResults, QueueHealth, type QueueHealthParts } from '@bureau/platform';

/** A deadline may be one sweep late; more means that nobody sweeps. */
const LATE_MILLIS = 5 * 60_000;

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
    const [row] = await this.database.read<{ due: number | null }>(
      "SELECT MIN(due_at) AS due FROM request_deadline WHERE state = 'open' AND fired_at IS NULL",
    );
    const now = millisOf(this.clock.now());
    const due = row?.due ?? null;
    const [verified] = await this.results.of('verify.nightly', 1);
    const isDue = due !== null && due <= now;
    return {
      database: { ready: true },
      deadlines: {
        ready: !isDue || now - due < LATE_MILLIS,
        oldestUnfiredDue: isDue ? instantFromMillis(due) : null,
      },
      verification: {
        ready: true,
        lastOn: verified?.day ?? null,
        foundFaults: verified?.outcome === 'faults',
      },
      ...(await this.queue.parts()),
    };
  }
}
