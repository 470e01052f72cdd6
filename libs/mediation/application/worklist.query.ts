import type { Instant } from '@bureau/kernel';
import type { Phase } from '../domain/request/phase.rules';

export interface WorklistQuestion {
  /** Only requests that this person mediates; null for whoever may see all. */
  readonly ownOf: string | null;
  /** Who asks, and when: a request behind a wall is neither shown nor counted. */
  readonly asker: string;
  readonly askedAt: Instant;
  readonly phase?: Phase;
  readonly assignee?: string;
  /** Only what is due before this moment, in epoch milliseconds. */
  readonly dueBefore?: number;
  /** Only what waits for this role. */
  readonly role?: string;
  /** Part of a number. */
  readonly q?: string;
  readonly after?: WorklistPlace;
  readonly most: number;
}

/** Where a page of the list ended: the list goes on behind it, whatever was added meanwhile. */
export interface WorklistPlace {
  readonly dueAt: number;
  readonly number: string;
}

export interface WorklistRow {
  readonly number: string;
  readonly kind: string;
  readonly phase: Phase;
  readonly registeredOn: string;
  readonly assignee: string | null;
  readonly revision: number;
  readonly nextDeadline: string | null;
  readonly nextDueOn: string | null;
  readonly place: WorklistPlace;
}

/** The open requests, each once, most urgent first. */
export abstract class Worklist {
  abstract page(question: WorklistQuestion): Promise<readonly WorklistRow[]>;
  abstract count(question: WorklistQuestion): Promise<number>;
}
