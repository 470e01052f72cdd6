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
} as const satisfies Record<string, ShareRuleEntry>;

export type ShareRule = keyof typeof SHARE_RULES;
