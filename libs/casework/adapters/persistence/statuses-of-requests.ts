import { Injectable } from '@nestjs/common';
import { questions, RequestStore } from '@bureau/mediation';
import type { MediationStatus } from '../../application/handovers.port';
import { MediationStatuses } from '../../application/mediation-statuses.port';

/** Asks the mediation side, and passes on the least that can be said. */
@Injectable()
export class StatusesOfRequests extends MediationStatuses {
  constructor(private readonly requests: RequestStore) {
    super();
  }

  async of(request: string): Promise<MediationStatus | null> {
    const stored = await this.requests.load(request);
    if (!stored) return null;
    const { facts } = stored.snapshot;
    if (facts.end !== null || facts.closed !== null) return 'ended';
    return questions.hasStarted(facts) ? 'started' : 'not_started';
  }
}
