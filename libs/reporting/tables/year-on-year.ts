import { percentage } from '../domain/percentage';
import type { Fact, MetricEntry } from '../domain/report-table';
import { SHARE_RULES } from '../domain/share-rules.catalogue';

const RULE = 'change-on-year-before';

export const CHANGE_PCT = {
  change_pct: { label: { nl: 'Verandering in procenten', en: 'Change in per cent' }, rule: RULE },
} as const satisfies Record<string, MetricEntry>;

export const YEAR_ON_YEAR = {
  previous_year: { label: { nl: 'Jaar ervoor', en: 'Year before' } },
  change: { label: { nl: 'Verandering', en: 'Change' } },
  ...CHANGE_PCT,
} as const satisfies Record<string, MetricEntry>;

/** The change in per cent on the year before. Nothing to compare with (null): no row. Zero then: an empty one. */
export const changePct = (
  dimension: string,
  now: number,
  before: number | null,
): readonly Fact<keyof typeof CHANGE_PCT>[] =>
  before === null
    ? []
    : [
        {
          metric: 'change_pct',
          dimension,
          value: percentage(now - before, before, SHARE_RULES[RULE].decimals),
          n: before,
        },
      ];

/** The number of the year before, and the change since. Nothing to compare with (null): no rows. */
export const besideYearBefore = (
  dimension: string,
  now: number,
  before: number | null,
): readonly Fact<keyof typeof YEAR_ON_YEAR>[] =>
  before === null
    ? []
    : [
        { metric: 'previous_year', dimension, value: before },
        { metric: 'change', dimension, value: now - before },
        ...changePct(dimension, now, before),
      ];
