import type { MediationStatus } from './handovers.port';

/** Where a mediation stands, as far as the advice desk may know. */
export abstract class MediationStatuses {
  /** Null when there is no such request. */
  abstract of(request: string): Promise<MediationStatus | null>;
}
