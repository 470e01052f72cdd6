import { type AbductionCase, type CaseDirection, HOME, treatyBetween } from '@bureau/casework';
import { ageInYears } from '@bureau/kernel';
import { defineReportTable } from '../domain/report-table';
import { ageBandOf, FIXED_AGE_BANDS } from './age-bands';
import { byValue } from './counting';
import {
  byCaller,
  byCountry,
  cases,
  casesAndChildren,
  directionIn,
  DIRECTIONS,
  farEndOf,
  isTaking,
  openedByParents,
  PARENT_METRICS,
  type ParentFact,
  PARENTS,
} from './parent-cases';
import type { DeskData } from './report-data';

const BOTH = ['cases', 'children'] as const;

export const ABDUCTION_TABLE = defineReportTable({
  section: 'abduction',
  title: { nl: 'Internationale kinderontvoering', en: 'International child abduction' },
  definition: {
    nl: 'Zaken van lijn 2 met de code internationale kinderontvoering, geopend door een ouder. Verdrag: het Haags Kinderontvoeringsverdrag van 1980 gold op de dag van opening tussen Nederland en het andere land. Leeftijd op de dag van opening. Door familie: alle zaken met die code, wie er ook contact opnam.',
    en: 'Cases of line 2 with the code international child abduction, opened by a parent. Treaty: the Hague Convention of 1980 was in force between the Netherlands and the other country on the day of opening. Age on the day of opening. By a relative: all cases with that code, whoever called.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: PARENT_METRICS,
  sums: [],
  splits: [
    { whole: 'opened_by=parent', parts: 'caller=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'taking=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'caller_position=*', metrics: ['cases'] },
    { whole: 'opened_by=parent', parts: 'direction=*', metrics: BOTH },
    ...(['outgoing', 'incoming'] as const).flatMap((direction) => [
      { whole: `direction=${direction}`, parts: `direction=${direction};treaty=*`, metrics: BOTH },
      {
        whole: `direction=${direction}`,
        parts: `direction=${direction};country=*`,
        metrics: ['cases'] as const,
      },
      {
        whole: `direction=${direction}`,
        parts: `direction=${direction};age=*`,
        metrics: ['children'] as const,
      },
    ]),
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly ParentFact[] => {
    const { abductions } = desk;
    return [
      ...openedByParents(abductions, deskBefore && deskBefore.abductions),
      ...byCaller(abductions),
      ...byValue(abductions, PARENTS, ({ takingPerson }) => takingPerson).map(([taking, ofTaking]) =>
        cases(`taking=${taking}`, ofTaking),
      ),
      cases(
        'caller_position=left_behind',
        abductions.filter((one) => !isTaking(one)),
      ),
      cases('caller_position=taking', abductions.filter(isTaking)),
      ...byValue(abductions, DIRECTIONS, directionIn).flatMap(([direction, ofDirection]) => [
        ...casesAndChildren(`direction=${direction}`, ofDirection),
        ...(direction === 'elsewhere' ? [] : acrossTheBorder(direction as CaseDirection, ofDirection)),
      ]),
      ...casesAndChildren(
        'by_relative',
        desk.codes.filter(({ code }) => code === 'abduction_by_relative'),
      ),
    ];
  },
});

/** Only from or to the Netherlands the report asks for treaty, country and ages. */
const acrossTheBorder = (
  direction: CaseDirection,
  abductions: readonly AbductionCase[],
): readonly ParentFact[] => [
  ...byValue(abductions, ['hkov', 'non_hkov'], treatyOf).flatMap(([treaty, underTreaty]) =>
    casesAndChildren(`direction=${direction};treaty=${treaty}`, underTreaty),
  ),
  ...byCountry(direction, abductions),
  ...byValue(abductions.flatMap(agesOf), FIXED_AGE_BANDS, ageBandOf).map(([band, ages]) => ({
    metric: 'children' as const,
    dimension: `direction=${direction};age=${band}`,
    value: ages.length,
  })),
];

function treatyOf(abduction: AbductionCase): string | null {
  const country = farEndOf(abduction);
  if (country === null) return null;
  return treatyBetween(HOME, country, abduction.openedOn).inForce ? 'hkov' : 'non_hkov';
}

const agesOf = ({ birthDates, openedOn }: AbductionCase): readonly number[] =>
  birthDates.map((birthDate) => ageInYears(birthDate, openedOn));
