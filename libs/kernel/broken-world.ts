/** Something outside the law is broken: a damaged file, an unreachable store. Thrown, never returned. */
export abstract class BrokenWorld extends Error {
  /** Stable, for programs that read the answer. */
  abstract readonly code: string;
}
