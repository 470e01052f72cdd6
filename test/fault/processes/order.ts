import type { ClockOrder } from '../storm.clock';
import type { CrashPoint } from './crash-points.catalogue';

/** Where a process is to die, and at which passage. */
export interface Doom {
  readonly point: CrashPoint;
  readonly passage: number;
}

/** What the storm gives to a process that it starts. */
export interface ProcessOrder {
  readonly env: Readonly<Record<string, string>>;
  readonly clock: ClockOrder;
  readonly doom: Doom | null;
}

/** What it hears back: that it is at work (and where it listens), or, as its last words, where it died. */
export type ProcessNews = { readonly ready: { readonly port: number } };

export const LAST_WORDS = 'died at ';
