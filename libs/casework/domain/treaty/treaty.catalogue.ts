import type { PlainDate } from '@bureau/kernel';

/** How a state is bound by the Hague Convention of 1980 towards the Netherlands. */
export interface TreatyRow {
  /** Ratifying and succeeding states bind each other; an acceding state binds only those that accepted it (art. 38). */
  readonly by: 'ratification' | 'accession' | 'succession' | 'territory';
  /** First day between this state and the Netherlands; 'unverified' where we have not seen the date: then any day. */
  readonly from: PlainDate | 'unverified';
  readonly until: PlainDate | null;
  readonly source: string;
}

const LIST =
  'List of parties of the bureau, compared in part with the HCCH status table; date to be verified';

const row =
  (by: TreatyRow['by'], source: string) =>
  (from: string = 'unverified'): TreatyRow => ({ by, from: from as TreatyRow['from'], until: null, source });
const ratification = row('ratification', `${LIST}: ratification, automatic between ratifying states`);
const succession = row('succession', `${LIST}: succession, automatic between ratifying states`);
const accession = row('accession', `${LIST}: accession, taken to be accepted by the Netherlands`);
const territory = row('territory', 'Applies to this territory, not to mainland China; to be verified');

/**
 * States and territories between which and the Netherlands the Hague Convention of 1980 applies. Whoever is not here
 * is outside it. A date that has been read in the treaty database replaces 'unverified', with its source.
 */
export const HAGUE_1980: Readonly<Record<string, TreatyRow>> = {
  AD: accession(),
  AL: accession(),
  AM: accession(),
  AR: ratification(),
  AT: ratification(),
  AU: ratification(),
  BA: succession(),
  BB: accession(),
  BE: ratification(),
  BF: accession(),
  BG: accession(),
  BO: accession(),
  BR: accession(),
  BS: accession(),
  BW: accession(),
  BY: accession(),
  BZ: accession(),
  CA: ratification(),
  CH: ratification(),
  CL: accession(),
  CO: accession(),
  CR: accession(),
  CU: accession(),
  CV: accession(),
  CY: accession(),
  CZ: ratification(),
  DE: ratification(),
  DK: ratification(),
  DO: accession(),
  EC: accession(),
  EE: accession(),
  ES: ratification(),
  FI: ratification(),
  FJ: accession(),
  FR: ratification(),
  GA: accession(),
  GB: ratification(),
  GE: accession(),
  GN: accession(),
  GR: ratification(),
  GT: accession(),
  GY: accession(),
  HN: accession(),
  HR: succession(),
  HU: accession(),
  IE: ratification(),
  IL: ratification(),
  IQ: accession(),
  IS: accession(),
  IT: ratification(),
  JM: accession(),
  JP: ratification(),
  KN: accession(),
  KR: accession(),
  KZ: accession(),
  LK: accession(),
  LS: accession(),
  LT: accession(),
  LU: ratification(),
  LV: accession(),
  MA: accession(),
  MC: accession(),
  MD: accession(),
  ME: succession(),
  MK: succession(),
  MT: accession(),
  MU: accession(),
  MX: accession(),
  NI: accession(),
  NL: ratification('1990-09-01'),
  NO: ratification(),
  NZ: accession(),
  PA: accession(),
  PE: accession(),
  PH: accession(),
  PK: accession(),
  PL: accession(),
  PT: ratification(),
  PY: accession(),
  RO: accession(),
  RS: succession(),
  RU: accession(),
  SC: accession(),
  SE: ratification(),
  SG: accession(),
  SI: accession(),
  SK: ratification(),
  // Not before December 2017: only then did Council Decision (EU) 2017/2463 let the Netherlands accept San Marino.
  SM: accession(),
  SV: accession(),
  TH: accession(),
  TM: accession(),
  TN: accession(),
  TR: ratification(),
  TT: accession(),
  UA: accession(),
  US: ratification(),
  UY: accession(),
  UZ: accession(),
  VE: ratification(),
  ZA: accession(),
  ZM: accession(),
  ZW: accession(),
  HK: territory(),
  MO: territory(),
};

export interface KingdomRow {
  /** Whether the Convention applies to this part of the Kingdom towards other states. */
  readonly hague1980: boolean;
  readonly source: string;
}

/** Parts of the Kingdom of the Netherlands: between them a case is neither national nor under the Convention. */
export const KINGDOM: Readonly<Record<string, KingdomRow>> = {
  NL: { hague1980: true, source: 'Ratification by the Kingdom for the part in Europe' },
  BQ: { hague1980: true, source: 'knipselkrant-curacao.com, February 2021: applies on the BES islands' },
  CW: { hague1980: false, source: 'knipselkrant-curacao.com, February 2021: does not apply; to be verified' },
  AW: { hague1980: false, source: 'knipselkrant-curacao.com, February 2021: does not apply; to be verified' },
  SX: { hague1980: false, source: 'knipselkrant-curacao.com, February 2021: does not apply; to be verified' },
};
