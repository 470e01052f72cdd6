import type { Words } from '@bureau/kernel';

/** How a percentage of the report is counted. A rule never changes; another way of counting is another rule. */
export interface ShareRuleEntry {
  readonly label: Words;
  readonly definition: Words;
  readonly basis: string;
  readonly decimals: number;
}

export const SHARE_RULES = {
  'success-2021': {
    label: { nl: 'Slagingspercentage (regel 2021)', en: 'Success rate (2021 rule)' },
    definition: {
      nl: 'Volledige en spiegelovereenkomsten, gedeeld door alle mediations die na de intake doorgingen; wat nog loopt telt in de noemer mee.',
      en: 'Full and mirror agreements, divided by all mediations that went on after intake; running ones count in the denominator.',
    },
    basis: 'Annual report 2021',
    decimals: 1,
  },
  'change-on-year-before': {
    label: { nl: 'Verandering ten opzichte van het jaar ervoor', en: 'Change on the year before' },
    definition: {
      nl: 'Het verschil met het jaar ervoor, gedeeld door het getal van dat jaar. Leeg als dat nul was.',
      en: 'The difference with the year before, divided by the number of that year. Empty where that was zero.',
    },
    basis: 'Annual report 2025',
    decimals: 0,
  },
  'favourable-4-5': {
    label: { nl: 'Gunstig beoordeeld', en: 'Judged favourably' },
    definition: {
      nl: 'Scores 4 en 5 op een schaal van 1 tot 5, gedeeld door alle antwoorden op dat onderdeel.',
      en: 'Scores 4 and 5 on a scale of 1 to 5, divided by all answers to that item.',
    },
    basis: 'Annual report 2025',
    decimals: 0,
  },
} as const satisfies Record<string, ShareRuleEntry>;

export type ShareRule = keyof typeof SHARE_RULES;
