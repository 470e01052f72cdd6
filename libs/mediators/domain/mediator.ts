import type { PlainDate } from '@bureau/kernel';
import type { Profession } from './professions.catalogue';
import type { Stage } from './stages.catalogue';

export const GENDERS = ['m', 'f', 'x'] as const;
export type Gender = (typeof GENDERS)[number];

/** Somebody of the pool. */
export interface Mediator {
  /** The key that events of a request name. */
  readonly mediator: string;
  readonly name: string;
  readonly profession: Profession;
  /** ISO 639 codes, the best one first. */
  readonly languages: readonly string[];
  readonly gender: Gender;
  readonly stage: Stage;
  /** Registered with the Legal Aid Board: needed where a parent has a legal-aid grant. */
  readonly legalAidRegistered: boolean;
  /** The most requests at the same time. */
  readonly maxOpen: number;
  readonly joinedOn: PlainDate;
}
