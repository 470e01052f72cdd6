import type { Words } from '@bureau/kernel';
import { VERIFIED_EQUATED_DAYS } from './dutch-equated-days.catalogue';
import type { HolidayRule } from './holiday.rules';

const RECOGNISED: Words = {
  nl: 'Algemene termijnenwet art. 3 lid 1',
  en: 'General Extension of Time Limits Act art. 3(1)',
};
const EQUATED: Words = {
  nl: 'Algemene termijnenwet art. 3 lid 2',
  en: 'General Extension of Time Limits Act art. 3(2)',
};

/** The holidays that return every year. */
export const RECURRING_DUTCH_HOLIDAYS = [
  { kind: 'fixed', month: 1, day: 1, name: { nl: 'Nieuwjaarsdag', en: "New Year's Day" }, basis: RECOGNISED },
  { kind: 'easter', daysFromEaster: -2, name: { nl: 'Goede Vrijdag', en: 'Good Friday' }, basis: EQUATED },
  {
    kind: 'easter',
    daysFromEaster: 1,
    name: { nl: 'tweede paasdag', en: 'Easter Monday' },
    basis: RECOGNISED,
  },
  {
    kind: 'fixed',
    month: 4,
    day: 30,
    onSunday: 'the_day_before',
    // The decree came in May 1980, after that year's celebration.
    validFrom: 1981,
    validTo: 2013,
    name: { nl: 'Koninginnedag', en: "Queen's Day" },
    basis: {
      nl: 'Algemene termijnenwet art. 3 lid 1; besluit van 24 april 1980, nr. 11 (BWBR0031338)',
      en: 'General Extension of Time Limits Act art. 3(1); decree of 24 April 1980, no. 11 (BWBR0031338)',
    },
  },
  {
    kind: 'fixed',
    month: 4,
    day: 27,
    onSunday: 'the_day_before',
    validFrom: 2014,
    name: { nl: 'Koningsdag', en: "King's Day" },
    basis: {
      nl: 'Algemene termijnenwet art. 3 lid 1; besluit van 30 januari 2013, nr. 13.000173 (BWBR0032908)',
      en: 'General Extension of Time Limits Act art. 3(1); decree of 30 January 2013, no. 13.000173 (BWBR0032908)',
    },
  },
  {
    kind: 'fixed',
    month: 5,
    day: 5,
    name: { nl: 'Bevrijdingsdag', en: 'Liberation Day' },
    basis: RECOGNISED,
  },
  {
    kind: 'easter',
    daysFromEaster: 39,
    name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' },
    basis: RECOGNISED,
  },
  {
    kind: 'easter',
    daysFromEaster: 50,
    name: { nl: 'tweede pinksterdag', en: 'Whit Monday' },
    basis: RECOGNISED,
  },
  {
    kind: 'fixed',
    month: 12,
    day: 25,
    name: { nl: 'eerste kerstdag', en: 'Christmas Day' },
    basis: RECOGNISED,
  },
  { kind: 'fixed', month: 12, day: 26, name: { nl: 'tweede kerstdag', en: 'Boxing Day' }, basis: RECOGNISED },
] as const satisfies readonly HolidayRule[];

/** Every day that counts as a holiday for a Dutch statutory term: the recurring ones and the confirmed decreed ones. */
export const DUTCH_HOLIDAYS: readonly HolidayRule[] = [...RECURRING_DUTCH_HOLIDAYS, ...VERIFIED_EQUATED_DAYS];
