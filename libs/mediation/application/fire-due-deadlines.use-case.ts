import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '@bureau/kernel';

/** The deadlines that are due and that nobody has been told of. */
export abstract class DueDeadlines {
  /** Marks up to `most` due deadlines as fired, each once whoever else sweeps too, and says how many. */
  abstract fire(now: Instant, most: number): Promise<number>;
}

const BATCH = 200;

/**
 * Tells of every deadline that has passed: once, never early, at most one sweep late. Firing marks it overdue for
 * whoever must act; it never ends a mediation.
 */
@Injectable()
export class FireDueDeadlines {
  constructor(
    private readonly due: DueDeadlines,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    let fired = 0;
    for (;;) {
      const now = await this.due.fire(this.clock.now(), BATCH);
      fired += now;
      if (now < BATCH) return fired;
    }
  }
}
