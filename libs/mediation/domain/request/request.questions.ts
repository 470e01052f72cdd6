import type { PlainDate } from '@bureau/kernel';
import { ageInYears } from '@bureau/kernel';
import {
  CURATOR_STEPS,
  type ChildFacts,
  type CuratorFacts,
  type HearingFacts,
  type RequestFacts,
  type Stage,
} from './request.facts';
import { reachesAge } from './request.policy';
import { PARENT_KEYS, type ParentKey } from '../vocabulary/events';

/*
 * The questions that rules, deadlines, tracks and phases ask of a request, each answered in one place.
 */

export const isFileOpen = (facts: RequestFacts): boolean => facts.closed === null;
export const isCourseOpen = (facts: RequestFacts): boolean => isFileOpen(facts) && facts.end === null;
export const isSuspended = (facts: RequestFacts): boolean => facts.suspendedOn !== null;
export const bothParents = (facts: RequestFacts, test: (parent: ParentKey) => boolean): boolean =>
  PARENT_KEYS.every((key) => test(key));

export const hasStarted = (facts: RequestFacts): boolean =>
  PARENT_KEYS.some((key) => facts.parents[key].intake);
export const isSessionHeld = (facts: RequestFacts): boolean =>
  facts.sessions.some(({ state }) => state === 'held');
export const stageOf = (facts: RequestFacts): Stage =>
  isSessionHeld(facts) ? 'in_sessions' : hasStarted(facts) ? 'after_intake' : 'before_intake';

export const isPairConfirmed = (facts: RequestFacts): boolean =>
  facts.pair !== null && facts.pair.confirmedOn !== null;
export const isMediator = (facts: RequestFacts, person: string): boolean =>
  facts.pair?.members.some(({ mediator }) => mediator === person) ?? false;
export const isCurator = (facts: RequestFacts, person: string): boolean =>
  facts.curators.some(({ curator }) => curator === person);
export const isInterviewer = (facts: RequestFacts, person: string): boolean =>
  facts.interviews.some(({ interviewer }) => interviewer === person);

/** The directions hearing that was held, unless the court has planned another since. */
export const hearingHeld = ({ hearing, court }: RequestFacts): HearingFacts | null =>
  hearing && (court.directionsHearingOn ?? hearing.plannedOn) === hearing.plannedOn ? hearing : null;

/** The day on which children's ages count: the directions hearing (IKO), otherwise the day of registration. */
export const dayThatCounts = (facts: RequestFacts): PlainDate =>
  (facts.kind === 'IKO' && (facts.court.directionsHearingOn ?? facts.hearing?.on)) || facts.registered.on;

const reaching = (facts: RequestFacts, limit: 'curatorAge' | 'interviewAge'): ChildFacts[] =>
  facts.children.filter(
    ({ birthDate }) =>
      reachesAge(birthDate, dayThatCounts(facts), facts.policy[limit]) &&
      ageInYears(birthDate, dayThatCounts(facts)) < 18,
  );

export const childrenOfCuratorAge = (facts: RequestFacts): ChildFacts[] => reaching(facts, 'curatorAge');
export const childrenOfInterviewAge = (facts: RequestFacts): ChildFacts[] => reaching(facts, 'interviewAge');

export const isCuratorRequired = (facts: RequestFacts): boolean =>
  facts.policy.curatorRequiredFor.includes(facts.kind) && childrenOfCuratorAge(facts).length > 0;

export const liveCurators = (facts: RequestFacts): CuratorFacts[] =>
  facts.curators.filter(({ step }) => step !== 'declined');

export const childrenWithoutCurator = (facts: RequestFacts): ChildFacts[] => {
  const covered = new Set(liveCurators(facts).flatMap(({ children }) => children));
  return childrenOfCuratorAge(facts).filter(({ key }) => !covered.has(key));
};

/** Whether every curator has come at least as far as `step`, and no child that needs one is without. */
export const curatorsHaveReached = (facts: RequestFacts, step: (typeof CURATOR_STEPS)[number]): boolean => {
  const curators = liveCurators(facts);
  const wanted = CURATOR_STEPS.indexOf(step);
  return (
    curators.length > 0 &&
    (!isCuratorRequired(facts) || childrenWithoutCurator(facts).length === 0) &&
    curators.every(
      (curator) => CURATOR_STEPS.indexOf(curator.step as (typeof CURATOR_STEPS)[number]) >= wanted,
    )
  );
};

/** At rest: nobody is asked, accepted, appointed or still to be discharged. */
export const isCuratorTrackAtRest = (facts: RequestFacts): boolean =>
  facts.curators.every(({ step }) => step === 'declined' || step === 'discharged');

export const bothConsented = (facts: RequestFacts): boolean =>
  bothParents(facts, (key) => facts.parents[key].interviewConsent === 'given');

export const undeliveredInterviews = (facts: RequestFacts): boolean =>
  facts.interviews.some(({ deliveredOn }) => deliveredOn === null);

export const hasOpenNoGo = (facts: RequestFacts): boolean =>
  PARENT_KEYS.some((key) => facts.parents[key].noGo);

/** Every safeguard that a screening of either parent asked for, once. */
export const safeguardsOf = (facts: RequestFacts): string[] => [
  ...new Set(
    PARENT_KEYS.flatMap((key) =>
      Object.values(facts.parents[key].screenings).flatMap((screening) => screening.safeguards),
    ),
  ),
];

export const bothSigned = (facts: RequestFacts): boolean =>
  bothParents(facts, (key) => facts.parents[key].signedOn !== null);

export const isAgreementSigned = (facts: RequestFacts): boolean =>
  facts.agreement !== null && bothParents(facts, (key) => facts.agreement?.signed[key] === true);

/** The curator meant when only one can be: several at once must be told apart by name. */
export const curatorMeant = (
  facts: RequestFacts,
  named: string | undefined,
  steps: readonly string[],
): CuratorFacts | null => {
  const fitting = facts.curators.filter(
    ({ curator, step }) => steps.includes(step) && (named === undefined || curator === named),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};
