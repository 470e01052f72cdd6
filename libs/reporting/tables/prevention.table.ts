import { defineReportTable } from '../domain/report-table';
import { byValue } from './counting';
import {
  byCaller,
  byCountry,
  cases,
  directionIn,
  DIRECTIONS,
  isTaking,
  leftBehind,
  openedByParents,
  PARENT_METRICS,
  type ParentFact,
  PARENTS,
} from './parent-cases';
import type { DeskData } from './report-data';

export const PREVENTION_TABLE = defineReportTable({
  section: 'prevention',
  title: { nl: 'Preventie', en: 'Prevention' },
  definition: {
    nl: 'Zaken van lijn 2 met de code preventie, geopend door een ouder. Mogelijk achterblijvend is de ouder die het kind niet zou meenemen.',
    en: 'Cases of line 2 with the code prevention, opened by a parent. Potentially left behind is the parent who would not take the child.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: PARENT_METRICS,
  sums: [],
  splits: [
    { whole: 'opened_by=parent', parts: 'caller=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'potential_left_behind=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'direction=*', metrics: ['cases'] },
    { whole: 'caller=@', parts: 'caller=@;position=*', metrics: ['cases'] },
    { whole: 'direction=outgoing', parts: 'direction=outgoing;country=*', metrics: ['cases'] },
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly ParentFact[] => {
    const groups = desk.parents.filter(({ code }) => code === 'prevention');
    const before = deskBefore && deskBefore.parents.filter(({ code }) => code === 'prevention');
    return [
      ...openedByParents(groups, before),
      ...byCaller(groups),
      ...byValue(groups, PARENTS, leftBehind).map(([parent, ofParent]) =>
        cases(`potential_left_behind=${parent}`, ofParent),
      ),
      ...byValue(groups, PARENTS, ({ callerRole }) => callerRole).flatMap(([caller, ofCaller]) => [
        cases(
          `caller=${caller};position=potential_left_behind`,
          ofCaller.filter((group) => !isTaking(group)),
        ),
        cases(`caller=${caller};position=potential_taking`, ofCaller.filter(isTaking)),
      ]),
      ...byValue(groups, DIRECTIONS, directionIn).map(([direction, ofDirection]) =>
        cases(`direction=${direction}`, ofDirection),
      ),
      ...byCountry(
        'outgoing',
        groups.filter((group) => directionIn(group) === 'outgoing'),
      ),
    ];
  },
});
