import type { Words } from '@bureau/kernel';

export interface EvidenceEntry {
  readonly label: Words;
  /**
   * The logarithm (base 2) of how much more often this is seen of one person than of two: 3 is eight times as often.
   * Weights of one pair are added up.
   */
  readonly bits: number;
  /** Instead of `bits`, when the name is one that many people bear. */
  readonly bitsWhenCommon?: number;
  readonly basis: string;
}

const METHOD = 'Fellegi and Sunter, A Theory for Record Linkage (1969)';
const FREQUENCY = `${METHOD}; frequencies of the Meertens Instituut name registers, rounded down`;
const HOUSE = `${METHOD}; house estimate, to be set by the bureau`;

/** What can speak for or against two records being one person. */
export const EVIDENCE = {
  'name-same': {
    label: { nl: 'zelfde naam', en: 'same name' },
    bits: 9,
    bitsWhenCommon: 6,
    basis: FREQUENCY,
  },
  'name-variant': {
    label: { nl: 'andere schrijfwijze van dezelfde naam', en: 'another spelling of the same name' },
    bits: 8,
    bitsWhenCommon: 5.5,
    basis: FREQUENCY,
  },
  'name-sounds-alike': {
    label: { nl: 'naam die hetzelfde klinkt', en: 'name that sounds the same' },
    bits: 6.5,
    bitsWhenCommon: 4.5,
    basis: HOUSE,
  },
  'name-typo': {
    label: { nl: 'naam die bijna gelijk is', en: 'name that is almost the same' },
    bits: 5.5,
    bitsWhenCommon: 4,
    basis: HOUSE,
  },
  'name-initial': {
    label: { nl: 'zelfde voorletter', en: 'same initial' },
    bits: 2.5,
    basis: `${METHOD}; a letter is shared by one in six`,
  },
  'name-further-word': {
    label: { nl: 'nog een woord van de naam gelijk', en: 'one more word of the name the same' },
    bits: 2,
    basis: `${HOUSE}; two surnames are inherited together and tell little more than one`,
  },
  'given-differs': {
    label: { nl: 'andere voornaam', en: 'another given name' },
    bits: -12,
    basis: `${HOUSE}; brothers, sisters and twins share everything else`,
  },
  'given-begins-alike': {
    label: { nl: 'voornaam die hetzelfde begint', en: 'given name that begins the same' },
    bits: -4,
    basis: `${HOUSE}; pet forms mostly keep the beginning, and so do names of one fashion`,
  },
  'family-differs': {
    label: { nl: 'andere achternaam', en: 'another surname' },
    bits: -3,
    basis: `${HOUSE}; surnames change with marriage and migration`,
  },
  'birth-same': {
    label: { nl: 'zelfde geboortedatum', en: 'same birth date' },
    bits: 12,
    basis: `${METHOD}; 365 days in some thirty years of birth, with typing errors`,
  },
  'birth-same-estimated': {
    label: { nl: 'zelfde geschatte geboortedatum', en: 'same estimated birth date' },
    bits: 5,
    basis: 'BRP: an unknown day of birth is written as 1 January or 1 July',
  },
  'birth-swapped': {
    label: { nl: 'dag en maand verwisseld', en: 'day and month exchanged' },
    bits: 10,
    basis: HOUSE,
  },
  'birth-typo': {
    label: { nl: 'geboortedatum scheelt één tikfout', en: 'birth date differs by one slip' },
    bits: 5,
    basis: HOUSE,
  },
  'birth-near-estimate': {
    label: { nl: 'geschatte geboortedatum in de buurt', en: 'estimated birth date close by' },
    bits: -1,
    basis: 'BRP: an unknown day of birth is written as 1 January or 1 July',
  },
  'birth-differs': {
    label: { nl: 'andere geboortedatum', en: 'another birth date' },
    bits: -11,
    basis: HOUSE,
  },
  'phone-same': {
    label: { nl: 'zelfde telefoonnummer', en: 'same telephone number' },
    bits: 12,
    basis: `${HOUSE}; less than an e-mail address: a household may share it`,
  },
  'email-same': {
    label: { nl: 'zelfde e-mailadres', en: 'same e-mail address' },
    bits: 13,
    basis: HOUSE,
  },
  'opposite-parent': {
    label: { nl: 'de een is de moeder, de ander de vader', en: 'one is the mother, the other the father' },
    bits: -9,
    basis: HOUSE,
  },
  'child-birth-same': {
    label: { nl: 'kind met dezelfde geboortedatum', en: 'child with the same birth date' },
    bits: 10,
    basis: `${METHOD}; 365 days in eighteen years, children of one file often being close in age`,
  },
  'child-birth-swapped': {
    label: {
      nl: 'kind met dag en maand van geboorte verwisseld',
      en: 'child with day and month of birth exchanged',
    },
    bits: 7,
    basis: HOUSE,
  },
  'child-name-same': {
    label: { nl: 'kind met dezelfde naam', en: 'child of the same name' },
    bits: 5,
    basis: FREQUENCY,
  },
  'child-name-differs': {
    label: { nl: 'kind met een andere naam', en: 'child of another name' },
    bits: -8,
    basis: HOUSE,
  },
} as const satisfies Record<string, EvidenceEntry>;

export type EvidenceCode = keyof typeof EVIDENCE;

/** One thing that was found, and what it weighs here. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly bits: number;
}

export function evidence(code: EvidenceCode, isCommon = false): Evidence {
  const entry: EvidenceEntry = EVIDENCE[code];
  return { code, bits: isCommon ? (entry.bitsWhenCommon ?? entry.bits) : entry.bits };
}

export const totalBits = (found: readonly Evidence[]): number =>
  found.reduce((sum, { bits }) => sum + bits, 0);
