import { defineReportTable } from '../domain/report-table';
import { byValue } from './counting';
import { byCaller, cases, openedByParents, PARENT_METRICS, type ParentFact, PARENTS } from './parent-cases';
import type { DeskData } from './report-data';

export const INTERNATIONAL_CONTACT_TABLE = defineReportTable({
  section: 'international_contact',
  title: { nl: 'Internationale omgang', en: 'International contact' },
  definition: {
    nl: 'Zaken van lijn 2 met de code internationale omgangsregeling, geopend door een ouder, naar wie er omgang wenst.',
    en: 'Cases of line 2 with the code international contact arrangement, opened by a parent, by who wishes contact.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: PARENT_METRICS,
  sums: [],
  splits: [
    { whole: 'opened_by=parent', parts: 'caller=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'seeker=*', metrics: ['cases'] },
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly ParentFact[] => {
    const groups = desk.parents.filter(({ code }) => code === 'international_contact');
    const before = deskBefore && deskBefore.parents.filter(({ code }) => code === 'international_contact');
    return [
      ...openedByParents(groups, before),
      ...byCaller(groups),
      ...byValue(groups, PARENTS, ({ contactSeeker }) => contactSeeker).map(([seeker, ofSeeker]) =>
        cases(`seeker=${seeker}`, ofSeeker),
      ),
    ];
  },
});
