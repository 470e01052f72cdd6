/**
 * Why the database cannot be opened or migrated, in three sentences for whoever starts the program: what was found,
 * what it means, what to change. The message is the three of them, one a line.
 */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';

  constructor(
    readonly what: string,
    readonly means: string,
    readonly change: string,
    cause?: unknown,
  ) {
    super(`${what}\n${means}\n${change}`, { cause });
  }
}

export type Unavailability = 'busy' | 'read-only' | 'full' | 'unreachable' | 'damaged' | 'closed';

/**
 * The world is broken, not the batch: the same call may succeed later. There is never a half write behind it.
 * `outcome` is 'unknown' only when the connection to PostgreSQL broke while the answer was under way: the batch is
 * then written whole or not at all, and only reading tells which.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(
    readonly reason: Unavailability,
    message: string,
    readonly outcome: 'nothing written' | 'unknown' = 'nothing written',
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** The batch or query itself can never succeed: a mistake in the code that built it. Nothing was written. */
export class InvalidBatch extends Error {
  override readonly name = 'InvalidBatch';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** What the error says. Not `instanceof Error`: native modules may throw errors of another realm (seen under Jest). */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message, errors } = error as { message?: unknown; errors?: unknown };
  // Connecting to a name with several addresses fails with one error each and an empty message.
  if (Array.isArray(errors) && errors.length > 0) return errors.map(messageOf).join('; ');
  return typeof message === 'string' ? message : String(error);
}
