import type { Words } from '@bureau/kernel';
import type { TermSpan } from './term-span';

export interface Regime {
  readonly label: Words;
  readonly basis: Words;
  /** Whether a term that ends on a weekend day or holiday runs on to the next working day. */
  readonly rolls: (term: TermSpan) => boolean;
  /** How many working days a term must hold at the least; it is lengthened until it does. */
  readonly leastWorkingDays: (term: TermSpan) => number;
}

const never = () => false;
const none = () => 0;
const forwardInDays = (term: TermSpan) => term.direction === 'forward' && term.unit !== 'hour';

/** Terms longer than this, and all that are counted in hours, are outside the Algemene termijnenwet (art. 4). */
const LONGEST_STATUTORY = { calendar_day: 90, working_day: 90, week: 12, month: 3, hour: 0 } as const;

const statutory = (term: TermSpan) => forwardInDays(term) && term.length <= LONGEST_STATUTORY[term.unit];

const lasts = (term: TermSpan, days: number) =>
  term.unit === 'week' || term.unit === 'month' ? term.length > 0 : term.length >= days;

/** The laws a term can be under. What they differ in is whether a term waits for the next working day. */
export const REGIMES = {
  statute: {
    label: { nl: 'wettelijke termijn', en: 'statutory term' },
    basis: {
      nl: 'Algemene termijnenwet art. 1, 2 en 4',
      en: 'General Extension of Time Limits Act (Algemene termijnenwet) art. 1, 2 and 4',
    },
    rolls: statutory,
    leastWorkingDays: (term) => (statutory(term) && lasts(term, 3) ? 2 : 0),
  },
  treaty_eu: {
    label: { nl: 'termijn uit verdrag of EU-verordening', en: 'term of a treaty or EU regulation' },
    basis: {
      nl: 'Verordening (EEG, Euratom) 1182/71 art. 3 lid 4 en 5',
      en: 'Regulation (EEC, Euratom) 1182/71 art. 3(4) and (5)',
    },
    rolls: forwardInDays,
    leastWorkingDays: (term) => (forwardInDays(term) && lasts(term, 2) ? 2 : 0),
  },
  court_set: {
    label: { nl: 'door de rechter bepaald', en: 'set by the court' },
    basis: {
      nl: 'beschikking of zittingsplanning; de Algemene termijnenwet geldt niet',
      en: 'order or hearing schedule; the General Extension of Time Limits Act does not apply',
    },
    rolls: never,
    leastWorkingDays: none,
  },
  contract: {
    label: { nl: 'afgesproken termijn', en: 'agreed term' },
    basis: {
      nl: 'overeenkomst tot mediation; de Algemene termijnenwet geldt niet',
      en: 'agreement to mediate; the General Extension of Time Limits Act does not apply',
    },
    rolls: never,
    leastWorkingDays: none,
  },
  internal: {
    label: { nl: 'eigen termijn van het bureau', en: "the bureau's own term" },
    basis: { nl: 'werkwijze van het bureau', en: "the bureau's way of working" },
    rolls: never,
    leastWorkingDays: none,
  },
} as const satisfies Record<string, Regime>;

export type RegimeKey = keyof typeof REGIMES;
