import type { Words } from '@bureau/kernel';

export interface EvaluationItemEntry {
  readonly label: Words;
  readonly basis: string;
}

const REPORT_2025 = 'Annual report 2025';

/** What a parent is asked about a mediation that has ended, in the order of the form. */
export const EVALUATION_ITEMS = {
  overall: { label: { nl: 'Ervaring met het traject', en: 'Experience of the process' }, basis: REPORT_2025 },
  recommend: {
    label: { nl: 'Zou het Mediation Bureau aanraden', en: 'Would recommend the bureau' },
    basis: REPORT_2025,
  },
  information_beforehand: {
    label: { nl: 'Informatie vooraf', en: 'Information beforehand' },
    basis: REPORT_2025,
  },
  mediators_decisiveness: {
    label: { nl: 'Daadkracht van de mediators', en: 'Decisiveness of the mediators' },
    basis: REPORT_2025,
  },
  mediators_commitment: {
    label: { nl: 'Inzet van de mediators', en: 'Commitment of the mediators' },
    basis: REPORT_2025,
  },
  mediators_expertise: {
    label: { nl: 'Deskundigheid van de mediators', en: 'Expertise of the mediators' },
    basis: REPORT_2025,
  },
  organisation_speed: {
    label: { nl: 'Snelheid van de organisatie', en: 'Speed of the organisation' },
    basis: REPORT_2025,
  },
} as const satisfies Record<string, EvaluationItemEntry>;

export type EvaluationItem = keyof typeof EVALUATION_ITEMS;
export const EVALUATION_ITEM_CODES = Object.keys(EVALUATION_ITEMS) as readonly EvaluationItem[];

/** Every item is answered on this scale; the highest is the most favourable. */
export const SCALE = { lowest: 1, highest: 5 } as const;
