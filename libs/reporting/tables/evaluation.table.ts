import { EVALUATION_ITEM_CODES } from '@bureau/correspondence';
import { percentage } from '../domain/percentage';
import { defineReportTable, type Fact } from '../domain/report-table';
import { SHARE_RULES } from '../domain/share-rules.catalogue';
import { sumOf } from './counting';
import type { EvaluationData } from './report-data';

const RULE = 'favourable-4-5';
const LEAST_FAVOURABLE = 4;

const METRICS = {
  answered: { label: { nl: 'Ingevulde evaluaties', en: 'Evaluations answered' } },
  favourable_pct: { label: { nl: 'Gunstig beoordeeld', en: 'Judged favourably' }, rule: RULE },
} as const;

export const EVALUATION_TABLE = defineReportTable({
  section: 'evaluation',
  title: { nl: 'Evaluatie door ouders', en: 'Evaluation by parents' },
  definition: {
    nl: 'Evaluaties van mediations die in het jaar zijn aangevraagd; elke ouder telt apart.',
    en: 'Evaluations of mediations that were requested in the year; each parent counts alone.',
  },
  basis: 'Annual report 2025',
  metrics: METRICS,
  sums: [],
  splits: [],
  facts: ({ evaluations: { answered, scores } }: EvaluationData): readonly Fact<keyof typeof METRICS>[] => [
    { metric: 'answered', dimension: 'all', value: answered },
    ...EVALUATION_ITEM_CODES.map((item) => {
      const ofItem = scores.filter((count) => count.item === item);
      const n = sumOf(ofItem, ({ answers }) => answers);
      const favourable = sumOf(
        ofItem.filter(({ score }) => score >= LEAST_FAVOURABLE),
        ({ answers }) => answers,
      );
      return {
        metric: 'favourable_pct' as const,
        dimension: `item=${item}`,
        value: percentage(favourable, n, SHARE_RULES[RULE].decimals),
        n,
      };
    }),
  ],
});
