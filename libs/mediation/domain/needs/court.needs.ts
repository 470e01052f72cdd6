import * as asks from '../request/request.questions';
import { always, need } from './need';
import type { CourtDates } from '../vocabulary/events';

/* Court dates and the directions hearing. */

export const isIko = always('is-iko', ({ kind }) => kind === 'IKO');
export const hearingNotHeld = always('hearing-not-held', (facts) => asks.hearingHeld(facts) === null);
export const someCourtDate = need<CourtDates>('some-court-date', (_, dates) =>
  Boolean(dates.petitionOn ?? dates.directionsHearingOn ?? dates.fullChamberHearingOn),
);
export const courtDatesInOrder = need<CourtDates>('court-dates-in-order', (facts, changed) =>
  areInOrder({ ...facts.court, ...changed }),
);
export function areInOrder({ petitionOn, directionsHearingOn, fullChamberHearingOn }: CourtDates): boolean {
  const known = [petitionOn, directionsHearingOn, fullChamberHearingOn].filter((on) => on !== undefined);
  return known.every((on, index) => index === 0 || (known[index - 1] ?? on) <= on);
}
