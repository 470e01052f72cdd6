import type { Instant, PlainDate } from '@bureau/kernel';
import type { Digest } from '../domain/task/digest.rules';

export interface StoredDigest extends Digest {
  readonly on: PlainDate;
  readonly madeAt: Instant;
}

/** The digests that were made, one for each person and day. */
export abstract class Digests {
  /** That of the day, or the latest; null when there is none. */
  abstract of(username: string, on?: PlainDate): Promise<StoredDigest | null>;
}
