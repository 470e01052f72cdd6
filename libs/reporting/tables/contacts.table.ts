import { CALLER_TYPE_CODES, CHANNEL_CODES, type ContactCount, LINES } from '@bureau/casework';
import { defineReportTable, type Fact } from '../domain/report-table';
import { byValue, sumOf } from './counting';
import type { DeskData } from './report-data';
import { besideYearBefore, YEAR_ON_YEAR } from './year-on-year';

const METRICS = {
  contacts: { label: { nl: 'Contactmomenten', en: 'Contact moments' } },
  ...YEAR_ON_YEAR,
};

const LINE_CODES = Object.keys(LINES);
const contactsIn = (counts: readonly ContactCount[]) => sumOf(counts, ({ contacts }) => contacts);

/** A contact whose case is missing has no line: the lines then do not add up to all contacts, and the report says so. */
const byLine = (counts: readonly ContactCount[]) =>
  byValue(
    counts.filter(({ line }) => line !== null),
    LINE_CODES,
    ({ line }) => String(line),
  );

export const CONTACTS_TABLE = defineReportTable({
  section: 'contacts',
  title: { nl: 'Contactmomenten', en: 'Contact moments' },
  definition: {
    nl: 'Een contactmoment telt in het jaar waarin het plaatsvond, op de lijn van zijn zaak en bij wie toen contact had.',
    en: 'A contact moment counts in the year in which it took place, on the line of its case and with who was in touch then.',
  },
  basis: 'Annual reports 2021 and 2025',
  metrics: METRICS,
  sums: [],
  splits: [
    { whole: 'all', parts: 'line=*', metrics: ['contacts'] },
    { whole: 'all', parts: 'channel=*', metrics: ['contacts'] },
    { whole: 'channel=@', parts: 'channel=@;caller=*', metrics: ['contacts'] },
  ],
  facts: ({ desk, deskBefore }: DeskData): readonly Fact<keyof typeof METRICS>[] => {
    const before = deskBefore && new Map(byLine(deskBefore.contacts));
    const counted = (dimension: string, counts: readonly ContactCount[]) => ({
      metric: 'contacts' as const,
      dimension,
      value: contactsIn(counts),
    });
    return [
      counted('all', desk.contacts),
      ...besideYearBefore('all', contactsIn(desk.contacts), deskBefore && contactsIn(deskBefore.contacts)),
      ...byLine(desk.contacts).flatMap(([line, counts]) => [
        counted(`line=${line}`, counts),
        ...besideYearBefore(`line=${line}`, contactsIn(counts), before && contactsIn(before.get(line) ?? [])),
      ]),
      ...byValue(desk.contacts, CHANNEL_CODES, ({ channel }) => channel).flatMap(([channel, counts]) => [
        counted(`channel=${channel}`, counts),
        ...byValue(counts, CALLER_TYPE_CODES, ({ callerType }) => callerType).map(([caller, ofCaller]) =>
          counted(`channel=${channel};caller=${caller}`, ofCaller),
        ),
      ]),
    ];
  },
});
