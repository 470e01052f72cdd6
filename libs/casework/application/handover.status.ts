import type { HandoverWithRequest } from './handovers.port';

/** A hand-over as its jurist sees it: what was shared, what the bureau said, and of the mediation its status only. */
export const statusFor = ({ request: _, revision: __, decidedBy: ___, ...handover }: HandoverWithRequest) =>
  handover;
