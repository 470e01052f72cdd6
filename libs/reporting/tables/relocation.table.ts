import { defineReportTable } from '../domain/report-table';
import { byValue } from './counting';
import {
  byCaller,
  cases,
  directionIn,
  isTaking,
  openedByParents,
  PARENT_METRICS,
  type ParentFact,
  PARENTS,
} from './parent-cases';
import type { DeskData } from './report-data';

export const RELOCATION_TABLE = defineReportTable({
  section: 'relocation',
  title: { nl: 'Toestemming voor vertrek', en: 'Consent to relocation' },
  definition: {
    nl: 'Zaken van lijn 2 met de code toestemming voor vertrek, geopend door een ouder, naar wie er met het kind wil vertrekken.',
    en: 'Cases of line 2 with the code consent to relocation, opened by a parent, by who wishes to move with the child.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: PARENT_METRICS,
  sums: [],
  splits: [
    { whole: 'opened_by=parent', parts: 'caller=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'mover=*', metrics: ['cases'] },
    { whole: 'caller=@', parts: 'caller=@;mover=*', metrics: ['cases'] },
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly ParentFact[] => {
    const groups = desk.parents.filter(({ code }) => code === 'relocation_consent');
    const before = deskBefore && deskBefore.parents.filter(({ code }) => code === 'relocation_consent');
    return [
      ...openedByParents(groups, before),
      ...byCaller(groups),
      ...byValue(groups, PARENTS, ({ takingPerson }) => takingPerson).map(([mover, ofMover]) =>
        cases(`mover=${mover}`, ofMover),
      ),
      ...byValue(groups, PARENTS, ({ callerRole }) => callerRole).flatMap(([caller, ofCaller]) => [
        cases(`caller=${caller};mover=self`, ofCaller.filter(isTaking)),
        cases(
          `caller=${caller};mover=other_parent`,
          ofCaller.filter((group) => !isTaking(group)),
        ),
      ]),
      cases(
        'direction=elsewhere',
        groups.filter((group) => directionIn(group) === 'elsewhere'),
      ),
    ];
  },
});
