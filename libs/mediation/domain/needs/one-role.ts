import type { RequestFacts } from '../request/request.facts';
import * as asks from '../request/request.questions';

/** Whether the person has no role with this family other than the one asked about. */
export const hasNoOtherRole = (
  facts: RequestFacts,
  person: string,
  role: 'mediator' | 'curator' | 'interviewer',
): boolean =>
  (role === 'mediator' || !asks.isMediator(facts, person)) &&
  (role === 'curator' || !asks.isCurator(facts, person)) &&
  (role === 'interviewer' || !asks.isInterviewer(facts, person));
