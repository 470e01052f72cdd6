import { plainDateOf } from '@bureau/kernel';
import type { DecreedHoliday } from './holiday.rules';

interface EquationDecree {
  readonly days: readonly string[];
  readonly nl: string;
  readonly en: string;
  readonly source: string;
  /** True once somebody has read the decree itself; a day that is wrongly a holiday makes a term end too late. */
  readonly verified: boolean;
}

const QUOTED_BY = 'quoted by title by W.G.H.M. van der Putten, sterfgeval.nl question 70745, 4 October 2025';

const DECREES: readonly EquationDecree[] = [
  {
    days: ['2017-04-28', '2017-05-26', '2018-05-11', '2018-12-24', '2018-12-31', '2019-05-31', '2019-12-27'],
    nl: 'besluit van 24 oktober 2016, nr. 2016001827',
    en: 'decree of 24 October 2016, no. 2016001827',
    source: 'text of the decree, wetten.overheid.nl/BWBR0038666',
    verified: true,
  },
  {
    days: ['2023-04-28', '2023-05-19', '2024-05-10', '2024-12-27', '2025-05-30'],
    nl: 'besluit gelijkstelling 2023–2025',
    en: 'decree equating days 2023–2025',
    source: QUOTED_BY,
    verified: false,
  },
  {
    days: ['2026-01-02', '2026-05-15', '2027-05-07', '2028-04-28', '2028-05-26'],
    nl: 'besluit gelijkstelling 2026–2028',
    en: 'decree equating days 2026–2028',
    source: QUOTED_BY,
    verified: false,
  },
];

/** Every day we know of that a royal decree is said to equate with a holiday, confirmed or not. */
export const DUTCH_EQUATED_DAYS: readonly DecreedHoliday[] = DECREES.flatMap((decree) =>
  decree.days.map((day): DecreedHoliday => ({
    kind: 'decree',
    on: plainDateOf(day),
    name: { nl: 'gelijkgestelde dag', en: 'day equated with a holiday' },
    basis: {
      nl: `Algemene termijnenwet art. 3 lid 3; ${decree.nl}`,
      en: `General Extension of Time Limits Act art. 3(3); ${decree.en}`,
    },
    source: decree.source,
    verified: decree.verified,
  })),
);

/** The equated days whose decree was read. Only these are holidays of the bureau until it says otherwise. */
export const VERIFIED_EQUATED_DAYS: readonly DecreedHoliday[] = DUTCH_EQUATED_DAYS.filter(
  (day) => day.verified,
);
