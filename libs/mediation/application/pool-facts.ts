import type { RequirementCode } from '../domain/request/requirements.catalogue';

export interface Replacement {
  readonly leaving: string;
  readonly coming: string;
  readonly staying: readonly string[];
}

/** What the pool says of the mediators in an event. The pool itself is another context's. */
export abstract class PoolRules {
  /** The codes of the pool's rules that a pair breaks; empty when it may be proposed, or when there is no pool yet. */
  abstract pairProposed(mediators: readonly string[]): Promise<readonly RequirementCode[]>;
  /** Likewise when one of a pair makes way for another while the rest stays. */
  abstract replaced(change: Replacement): Promise<readonly RequirementCode[]>;
}
