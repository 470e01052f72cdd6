import type { Words } from '@bureau/kernel';

export interface ProfessionEntry {
  readonly label: Words;
  readonly basis: string;
}

const METHOD = 'Working method: co-mediation of two professions';

/** A pair has one of each. */
export const PROFESSIONS = {
  legal: { label: { nl: 'Jurist', en: 'Lawyer' }, basis: METHOD },
  behavioural: { label: { nl: 'Gedragswetenschapper', en: 'Behavioural expert' }, basis: METHOD },
} as const satisfies Record<string, ProfessionEntry>;

export type Profession = keyof typeof PROFESSIONS;
export const PROFESSION_CODES = Object.keys(PROFESSIONS) as readonly Profession[];
