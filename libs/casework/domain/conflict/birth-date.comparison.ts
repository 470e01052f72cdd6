import type { PlainDate } from '@bureau/kernel';
import { type Evidence, evidence } from './evidence.catalogue';

/** Days that are written down when only the year, or nothing, is known. */
const ESTIMATED = /-(01-01|07-01)$/;
const YEARS_AN_ESTIMATE_MAY_BE_OFF = 1;

const digitsApart = (a: string, b: string): number =>
  [...a].filter((digit, index) => digit !== b[index]).length;

const exchanged = (date: string): string => `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`;
const yearOf = (date: string): number => Number(date.slice(0, 4));

/** 1989 and 1990 differ in two digits and in one slip. */
const isYearOff = (a: string, b: string): boolean =>
  a.slice(4) === b.slice(4) && Math.abs(yearOf(a) - yearOf(b)) === 1;

/** What two birth dates say about being those of one person; nothing when one is not known. */
export function compareBirthDates(a: PlainDate | null, b: PlainDate | null): readonly Evidence[] {
  if (!a || !b) return [];
  const estimated = ESTIMATED.test(a) || ESTIMATED.test(b);
  if (a === b) return [evidence(estimated ? 'birth-same-estimated' : 'birth-same')];
  if (exchanged(a) === b) return [evidence('birth-swapped')];
  if (estimated && Math.abs(yearOf(a) - yearOf(b)) <= YEARS_AN_ESTIMATE_MAY_BE_OFF)
    return [evidence('birth-near-estimate')];
  return [evidence(digitsApart(a, b) === 1 || isYearOff(a, b) ? 'birth-typo' : 'birth-differs')];
}
