import { OUTCOMES, type OutcomeEntry, questions, type RequestFacts } from '@bureau/mediation';

/*
 * How a request counts in the annual report (contract "Counting"; domain 3.3 and 3.4). Every request stands in exactly
 * one place, so that the parts of the report add up whatever happened to it.
 */

export type Standing = 'not_started' | 'stopped_after_intake' | 'running' | OutcomeEntry['reportedAs'];

/**
 * Where a request stands. Started: an intake was held. Stopped after intake: ended, however, before the first
 * session. A mediation that was held and ended without an outcome counts as held without agreement.
 */
export function standingOf(facts: RequestFacts): Standing {
  if (!questions.hasStarted(facts)) return 'not_started';
  if (facts.end?.stage === 'after_intake') return 'stopped_after_intake';
  if (facts.end === null) return 'running';
  return facts.outcome ? OUTCOMES[facts.outcome.outcome].reportedAs : 'no_agreement';
}

/** Why a request did not start, as far as it has a code: an open one has none yet. */
export function notStartedReasons({ end }: RequestFacts): readonly string[] {
  switch (end?.how) {
    case 'not_started':
      return end.reason === null ? [] : [end.reason];
    case 'withdrawn':
      return ['case_withdrawn'];
    case 'overtaken':
      return ['settled_otherwise'];
    default:
      return [];
  }
}

/** Why a held mediation brought no agreement. Several reasons all count, so they may add up to more than the whole. */
export const noAgreementReasons = ({ outcome }: RequestFacts): readonly string[] =>
  // Without an outcome it was withdrawn or overtaken, and the reason was given in free words only.
  outcome ? [...new Set(outcome.reasons)] : ['other'];

const distinct = (keys: readonly string[]): number => new Set(keys).size;

export const interviewsOf = ({ interviews }: RequestFacts): number => interviews.length;
export const childrenHeard = ({ interviews }: RequestFacts): number =>
  distinct(interviews.flatMap(({ children }) => children));

const appointed = ({ curators }: RequestFacts) => curators.filter(({ appointedOn }) => appointedOn !== null);

export const curatorsOf = (facts: RequestFacts): number => appointed(facts).length;
export const childrenWithCurator = (facts: RequestFacts): number =>
  distinct(appointed(facts).flatMap(({ children }) => children));
