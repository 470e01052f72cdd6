import type { Words } from '@bureau/kernel';

export interface FacetEntry {
  readonly label: Words;
  readonly basis: string;
}

const entry = (nl: string, en: string, basis: string): FacetEntry => ({ label: { nl, en }, basis });

const REPORT_2025 = 'Annual report 2025';
const BOTH = 'Annual reports 2021 and 2025';
const HOUSE = 'House rule';

/** Who takes or would take the child, and who asks for contact. */
export const FAMILY_MEMBERS = {
  mother: entry('Moeder', 'Mother', REPORT_2025),
  father: entry('Vader', 'Father', REPORT_2025),
  family: entry('Familie', 'Family', REPORT_2025),
} as const satisfies Record<string, FacetEntry>;
export type FamilyMember = keyof typeof FAMILY_MEMBERS;
export const FAMILY_MEMBER_CODES = Object.keys(FAMILY_MEMBERS) as readonly FamilyMember[];

/** Seen from the Netherlands: where the child went or would go. */
export const CASE_DIRECTIONS = {
  outgoing: entry('Vanuit Nederland', 'From the Netherlands', REPORT_2025),
  incoming: entry('Naar Nederland', 'To the Netherlands', REPORT_2025),
  elsewhere: entry('Buiten Nederland', 'Outside the Netherlands', REPORT_2025),
} as const satisfies Record<string, FacetEntry>;
export type CaseDirection = keyof typeof CASE_DIRECTIONS;

/** Who began a contact moment. */
export const CONTACT_DIRECTIONS = {
  incoming: entry('Inkomend', 'Incoming', HOUSE),
  outgoing: entry('Uitgaand', 'Outgoing', HOUSE),
} as const satisfies Record<string, FacetEntry>;
export type ContactDirection = keyof typeof CONTACT_DIRECTIONS;
export const CONTACT_DIRECTION_CODES = Object.keys(CONTACT_DIRECTIONS) as readonly ContactDirection[];

export const CLOSING_REASONS = {
  resolved: entry('Opgelost', 'Resolved', BOTH),
  sufficiently_informed: entry('Voldoende geïnformeerd', 'Sufficiently informed', BOTH),
  unreachable: entry('Niet meer bereikbaar', 'No longer reachable', BOTH),
  handed_to_mediation: entry('Overgedragen aan mediation', 'Handed over to mediation', HOUSE),
  referred: entry('Doorverwezen', 'Referred', HOUSE),
  duplicate: entry('Dubbel geregistreerd', 'Registered twice', HOUSE),
} as const satisfies Record<string, FacetEntry>;
export type ClosingReason = keyof typeof CLOSING_REASONS;
export const CLOSING_REASON_CODES = Object.keys(CLOSING_REASONS) as readonly ClosingReason[];

export const CUSTODY = {
  joint: entry('Gezamenlijk gezag', 'Joint custody', HOUSE),
  mother: entry('Gezag bij moeder', 'Custody of the mother', HOUSE),
  father: entry('Gezag bij vader', 'Custody of the father', HOUSE),
  guardian: entry('Voogdij', 'Guardianship', HOUSE),
  unknown: entry('Onbekend', 'Unknown', HOUSE),
} as const satisfies Record<string, FacetEntry>;
export type Custody = keyof typeof CUSTODY;
export const CUSTODY_CODES = Object.keys(CUSTODY) as readonly Custody[];

/** How the child came to be where it is. */
export const WRONGS = {
  removal: entry('Overbrenging', 'Removal', 'Hague Convention 1980 art. 3'),
  retention: entry('Vasthouding', 'Retention', 'Hague Convention 1980 art. 3'),
} as const satisfies Record<string, FacetEntry>;
export type Wrong = keyof typeof WRONGS;
export const WRONG_CODES = Object.keys(WRONGS) as readonly Wrong[];

/** What was asked of the Central Authority. */
export const CENTRAL_AUTHORITY_REQUESTS = {
  return: entry('Teruggeleiding', 'Return', 'Hague Convention 1980 art. 8'),
  contact: entry('Omgang', 'Contact', 'Hague Convention 1980 art. 21'),
} as const satisfies Record<string, FacetEntry>;
export type CentralAuthorityRequest = keyof typeof CENTRAL_AUTHORITY_REQUESTS;
export const CENTRAL_AUTHORITY_REQUEST_CODES = Object.keys(
  CENTRAL_AUTHORITY_REQUESTS,
) as readonly CentralAuthorityRequest[];

/** Where a caller can be referred to. */
export const CHAIN_PARTNERS = {
  central_authority: entry('Centrale autoriteit (Ca IKA)', 'Central Authority (Ca IKA)', REPORT_2025),
  iko_lawyer: entry('Gespecialiseerde advocaat', 'Specialised lawyer', REPORT_2025),
  police: entry('Politie', 'Police', REPORT_2025),
  kmar: entry('Koninklijke Marechaussee', 'Royal Marechaussee', REPORT_2025),
  sirene: entry('Bureau Sirene', 'SIRENE bureau', REPORT_2025),
  loep: entry('LOEP', 'LOEP', REPORT_2025),
  child_protection_board: entry('Raad voor de Kinderbescherming', 'Child Protection Board', REPORT_2025),
  veilig_thuis: entry('Veilig Thuis', 'Safe at Home (Veilig Thuis)', REPORT_2025),
  ind: entry('IND', 'Immigration service (IND)', REPORT_2025),
  foreign_affairs: entry('Buitenlandse Zaken', 'Foreign Affairs', REPORT_2025),
  lkha: entry('LKHA', 'LKHA', REPORT_2025),
} as const satisfies Record<string, FacetEntry>;
export type ChainPartner = keyof typeof CHAIN_PARTNERS;
export const CHAIN_PARTNER_CODES = Object.keys(CHAIN_PARTNERS) as readonly ChainPartner[];

/** Where a case stands. */
export const CASE_STATES = {
  open: entry('Open', 'Open', HOUSE),
  follow_up: entry('In opvolging', 'In follow-up', REPORT_2025),
  closed: entry('Gesloten', 'Closed', BOTH),
  handed_over: entry('Overgedragen', 'Handed over', HOUSE),
} as const satisfies Record<string, FacetEntry>;
export type CaseState = keyof typeof CASE_STATES;
export const CASE_STATE_CODES = Object.keys(CASE_STATES) as readonly CaseState[];
