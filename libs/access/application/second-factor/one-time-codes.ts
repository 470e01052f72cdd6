import type { Instant } from '@bureau/kernel';

/** Time-based one-time codes (RFC 6238). */
export abstract class OneTimeCodes {
  /** A secret of nobody; working with it takes as long as with any other. */
  abstract readonly decoy: string;

  /** In base32, as people can type it over. */
  abstract newSecret(): string;

  /** What an authenticator app reads from a QR code. */
  abstract uriOf(secret: string, username: string): string;

  /** The time step that the code is of, when it is one of now; null otherwise. */
  abstract stepOf(secret: string, code: string, now: Instant): number | null;
}
