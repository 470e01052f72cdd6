import type { FileName, WallState } from '@bureau/access';
import type { Instant } from '@bureau/kernel';
import type { FileFacts } from '../../domain/conflict/file.facts';
import type { FileRelation } from '../../domain/conflict/file.match';

export interface KnownFamily {
  readonly file: FileName;
  readonly facts: FileFacts;
}

/** The people of every file, found by key. */
export abstract class FamilyIndex {
  /** Files of which somebody has one of these keys, those that share most of them first; never this file itself. */
  abstract candidates(keys: readonly string[], except: FileName | null): Promise<readonly KnownFamily[]>;
  /** The people of this file from now on; whoever was known of it before is forgotten. */
  abstract put(family: KnownFamily, keys: ReadonlyMap<string, readonly string[]>): Promise<void>;
}

/** `clear`: nothing found; `same-client`: the same person came before; `possible`: somebody has to decide. */
export type CheckOutcome = 'clear' | 'same-client' | 'possible';

export interface CheckCandidate {
  readonly file: FileName;
  readonly relation: FileRelation;
  readonly bits: number;
  readonly why: Readonly<Record<'nl' | 'en', string>>;
  /** The wall that went up between the two; null when nothing was registered yet. */
  readonly wall: string | null;
  /** What was decided about that wall before this check; `suspected` waits for a decision. */
  readonly state: WallState | null;
}

/** One check as it was made, kept for good. */
export interface ConflictCheck {
  readonly id: string;
  readonly file: FileName | null;
  readonly kind: FileName['kind'];
  readonly checkedAt: Instant;
  readonly checkedBy: string;
  readonly policyVersion: string;
  readonly outcome: CheckOutcome;
  readonly candidates: readonly CheckCandidate[];
  readonly isOpen: boolean;
}

export interface CheckDecision {
  readonly check: string;
  readonly decision: 'conflict' | 'no-conflict';
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

export abstract class ConflictChecks {
  abstract keep(check: ConflictCheck): Promise<void>;
  /** Those that wait for a decision, the oldest first. */
  abstract open(): Promise<readonly ConflictCheck[]>;
  abstract find(id: string): Promise<ConflictCheck | null>;
  /** 'unknown' when nobody waits for this decision (any more). */
  abstract decide(decision: CheckDecision): Promise<'done' | 'unknown'>;
}
