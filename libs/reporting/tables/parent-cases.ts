import { type CaseDirection, HOME, type ParentCases } from '@bureau/casework';
import type { Fact, MetricEntry } from '../domain/report-table';
import { byValue, sumOf } from './counting';
import { CHANGE_PCT, changePct } from './year-on-year';

/*
 * What the four tables about cases opened by a parent have in common. They count cases and the children in them.
 */

export const PARENT_METRICS = {
  cases: { label: { nl: 'Zaken', en: 'Cases' } },
  children: { label: { nl: 'Kinderen', en: 'Children' } },
  ...CHANGE_PCT,
} as const satisfies Record<string, MetricEntry>;

export type ParentMetric = keyof typeof PARENT_METRICS;
export type ParentFact = Fact<ParentMetric>;

export const PARENTS = ['mother', 'father'] as const;
export const DIRECTIONS: readonly CaseDirection[] = ['outgoing', 'incoming', 'elsewhere'];

type Group = Pick<ParentCases, 'cases' | 'children'>;
const casesIn = (groups: readonly Group[]) => sumOf(groups, ({ cases }) => cases);
const childrenIn = (groups: readonly Group[]) => sumOf(groups, ({ children }) => children);

export const cases = (dimension: string, groups: readonly Group[]): ParentFact => ({
  metric: 'cases',
  dimension,
  value: casesIn(groups),
});

export const casesAndChildren = (dimension: string, groups: readonly Group[]): readonly ParentFact[] => [
  cases(dimension, groups),
  { metric: 'children', dimension, value: childrenIn(groups) },
];

/** How many there were, and the change since the year before when there is one. */
export const openedByParents = (
  now: readonly Group[],
  before: readonly Group[] | null,
): readonly ParentFact[] => [
  ...casesAndChildren('opened_by=parent', now),
  ...changePct('cases', casesIn(now), before && casesIn(before)),
  ...changePct('children', childrenIn(now), before && childrenIn(before)),
];

/** One row for mothers and one for fathers. */
export const byCaller = (groups: readonly ParentCases[]): readonly ParentFact[] =>
  byValue(groups, PARENTS, ({ callerRole }) => callerRole).map(([caller, ofCaller]) =>
    cases(`caller=${caller}`, ofCaller),
  );

type Journey = Pick<ParentCases, 'fromCountry' | 'toCountry'>;

/** From the Netherlands, to the Netherlands, or elsewhere: also when one of the countries is not known. */
export const directionIn = ({ fromCountry, toCountry }: Journey): CaseDirection =>
  fromCountry === HOME ? 'outgoing' : toCountry === HOME ? 'incoming' : 'elsewhere';

/** The country the child went to or came from, seen from the Netherlands. */
export const farEndOf = (journey: Journey): string | null =>
  directionIn(journey) === 'incoming' ? journey.fromCountry : journey.toCountry;

/** One row for each country that occurs. */
export const byCountry = (direction: CaseDirection, groups: readonly ParentCases[]): readonly ParentFact[] =>
  byValue(groups, [], farEndOf).map(([country, ofCountry]) =>
    cases(`direction=${direction};country=${country}`, ofCountry),
  );

/** Whether the caller is the one who takes the child, or would. */
export const isTaking = ({ callerRole, takingPerson }: ParentCases): boolean => callerRole === takingPerson;

/** The parent who is left behind, or would be; both when the child is with the family. */
export const leftBehind = ({ takingPerson }: ParentCases): string | null => {
  if (takingPerson === 'family') return 'both';
  return takingPerson && (takingPerson === 'mother' ? 'father' : 'mother');
};
