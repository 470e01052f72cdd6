import type { Instant } from '@bureau/kernel';

/** Somebody of the desk who looks: what decides how far they see. The handler of a case is an account's username. */
export interface Viewer {
  readonly account: string;
  readonly roles: readonly string[];
  readonly now: Instant;
}

/** `content`: all of it. `existence`: number, line, state and handler, and not a word more. */
export type Depth = 'content' | 'existence';
