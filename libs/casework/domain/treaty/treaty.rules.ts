import type { PlainDate } from '@bureau/kernel';
import type { CaseDirection } from '../vocabulary/facets.catalogue';
import { HAGUE_1980, KINGDOM, type TreatyRow } from './treaty.catalogue';

/** ISO 3166-1 alpha-2. */
export type Country = string;

export const HOME: Country = 'NL';

/** What holds between two countries on a day. */
export interface TreatyRelation {
  /** The Hague Convention of 1980 applies between them. */
  readonly inForce: boolean;
  /** Both are parts of the Kingdom of the Netherlands. */
  readonly intraKingdom: boolean;
  /** False where a date, or an acceptance between two other states, has not been read in a source. */
  readonly verified: boolean;
  readonly source: string;
}

/** Whether the Hague Convention of 1980 applied between the countries on the day. The order of the two is free. */
export function treatyBetween(a: Country, b: Country, day: PlainDate): TreatyRelation {
  if (KINGDOM[a] && KINGDOM[b]) return withinKingdom(a, b);
  const [boundA, boundB] = [boundOn(a, day), boundOn(b, day)];
  const outside = !boundA ? a : !boundB ? b : null;
  if (outside !== null || !boundA || !boundB)
    return answer(false, true, `${outside} is outside the Convention on this day`);
  const isWithHome = KINGDOM[a] !== undefined || KINGDOM[b] !== undefined;
  const isDated = boundA.from !== 'unverified' && boundB.from !== 'unverified';
  const isAutomatic = boundA.by !== 'accession' && boundB.by !== 'accession';
  const source = [boundA.source, boundB.source].join('; ');
  // Whether two other states accepted each other is in no table of ours.
  return answer(true, isDated && (isWithHome || isAutomatic), source);
}

function withinKingdom(a: Country, b: Country): TreatyRelation {
  const sources = [...new Set([KINGDOM[a]?.source, KINGDOM[b]?.source])];
  return { inForce: false, intraKingdom: true, verified: false, source: sources.join('; ') };
}

const answer = (inForce: boolean, verified: boolean, source: string): TreatyRelation => ({
  inForce,
  intraKingdom: false,
  verified,
  source,
});

function boundOn(country: Country, day: PlainDate): TreatyRow | null {
  const part = KINGDOM[country];
  if (part && !part.hague1980) return null;
  const row = HAGUE_1980[part ? HOME : country];
  if (!row) return null;
  const begun = row.from === 'unverified' || row.from <= day;
  return begun && (row.until === null || day <= row.until) ? row : null;
}

/** Seen from the Netherlands. Null when one of the two countries is not known. */
export function directionOf(from: Country | null, to: Country | null): CaseDirection | null {
  if (from === null || to === null) return null;
  return from === HOME ? 'outgoing' : to === HOME ? 'incoming' : 'elsewhere';
}

/** The country at the far end: where the child went, or came from. */
export const farEnd = (from: Country | null, to: Country | null): Country | null =>
  directionOf(from, to) === 'incoming' ? from : to;
