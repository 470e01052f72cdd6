import { instantFromMillis, type Instant } from './instant';

/** Where "now" comes from. The domain never asks; whoever calls it passes the answer in. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return instantFromMillis(Date.now());
  }
}

/** A clock that stands still until told otherwise: for tests, replays and what-if questions. */
export class FixedClock extends Clock {
  constructor(private at: Instant) {
    super();
  }
  now(): Instant {
    return this.at;
  }
  set(at: Instant): void {
    this.at = at;
  }
}
