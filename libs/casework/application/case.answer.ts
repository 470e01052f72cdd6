import type { PlainDate } from '@bureau/kernel';
import type { CaseDecision } from '../domain/case/case.engine';
import type { CaseRefusal } from '../domain/case/case.refusal';
import { mayShutDoorOnReturn } from '../domain/handover/handover';
import type { CaseState } from '../domain/vocabulary/facets.catalogue';

/** What an accepted event of a case came to, as whoever sent it is told. */
export interface CaseAnswer {
  readonly number: string;
  readonly revision: number;
  readonly type: string;
  readonly state: CaseState;
  readonly followUpDue: PlainDate | null;
  /** Codes of what the jurist should know before going on. */
  readonly warnings: readonly CaseWarning[];
  /** The hand-over that the event was about. */
  readonly handover?: string;
}

export type CaseWarning = 'contact-request-may-shut-door-on-return';

export type CaseProblem =
  | { readonly because: 'refused'; readonly refusal: CaseRefusal }
  | { readonly because: 'stale'; readonly revision: number }
  | { readonly because: 'unknown' }
  | { readonly because: 'key-used-otherwise' }
  | { readonly because: 'busy' };

export const caseAnswer = (
  number: string,
  revision: number,
  type: string,
  { next, followUp }: CaseDecision,
): CaseAnswer => ({
  number,
  revision,
  type,
  state: next.state,
  followUpDue: followUp?.state === 'open' ? followUp.dueOn : null,
  warnings: warningsOf(next.facts),
});

export const warningsOf = (facts: CaseDecision['next']['facts']): readonly CaseWarning[] =>
  mayShutDoorOnReturn(facts) ? ['contact-request-may-shut-door-on-return'] : [];
