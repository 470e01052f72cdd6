import type { Handover } from '../domain/handover/handover';

/** A hand-over with where the mediation it led to stands. */
export interface HandoverWithRequest extends Handover {
  readonly mediation: MediationStatus | null;
}

/** All that the desk ever learns of a mediation. */
export type MediationStatus = 'not_started' | 'started' | 'ended';

/** What jurists offered the mediation bureau. */
export abstract class Handovers {
  abstract find(id: string): Promise<Handover | null>;
  abstract ofCase(number: string): Promise<readonly HandoverWithRequest[]>;
  /** Those that wait for the bureau, the oldest first; or all, the latest first. */
  abstract queue(which: 'waiting' | 'all', most: number): Promise<readonly Handover[]>;
  /** Those that met in one request: each parent's jurist may have sent one. */
  abstract ofRequest(request: string): Promise<readonly Handover[]>;
}
