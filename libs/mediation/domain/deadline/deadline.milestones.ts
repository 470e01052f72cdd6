import type { PlainDate } from '@bureau/kernel';
import type { ParentFacts, RequestFacts } from '../request/request.facts';
import {
  bothConsented,
  curatorsHaveReached,
  hearingHeld,
  isCourseOpen,
  isCuratorRequired,
  isFileOpen,
  liveCurators,
} from '../request/request.questions';
import { PARENT_KEYS } from '../vocabulary/events';
import type { ConditionKey, MilestoneKey } from './deadline.keys';

const lastOf = (days: readonly (PlainDate | null | undefined)[]): PlainDate | null =>
  days.length > 0 && days.every(Boolean) ? ([...days].sort().at(-1) ?? null) : null;

const ofBoth = (
  facts: RequestFacts,
  on: (parent: ParentFacts) => PlainDate | null | undefined,
): PlainDate | null => lastOf(PARENT_KEYS.map((key) => on(facts.parents[key])));

/** The deeds that meet a deadline: the day it was done, or null. */
export const MILESTONES: Readonly<Record<MilestoneKey, (facts: RequestFacts) => PlainDate | null>> = {
  'first-step': ({ acknowledgedOn }) => acknowledgedOn,
  'both-talks-held': (facts) => ofBoth(facts, ({ talk }) => talk?.on),
  'hearing-held': (facts) => hearingHeld(facts)?.on ?? null,
  'both-signed': (facts) => ofBoth(facts, ({ signedOn }) => signedOn),
  'pair-confirmed': ({ pair }) => pair?.confirmedOn ?? null,
  'both-funded': (facts) => ofBoth(facts, ({ fundedOn }) => fundedOn),
  'both-informed': (facts) => ofBoth(facts, ({ informedOn }) => informedOn),
  'curator-asked': (facts) =>
    curatorsHaveReached(facts, 'asked') ? lastOf(liveCurators(facts).map(({ askedOn }) => askedOn)) : null,
  'curator-appointed': (facts) =>
    curatorsHaveReached(facts, 'appointed')
      ? lastOf(liveCurators(facts).map((curator) => curator.appointedOn))
      : null,
  'curator-reported': (facts) =>
    curatorsHaveReached(facts, 'reported')
      ? lastOf(liveCurators(facts).map((curator) => curator.reportedOn))
      : null,
  'interview-delivered': ({ interviews }) => lastOf(interviews.map(({ deliveredOn }) => deliveredOn)),
  'first-session-held': ({ sessions }) =>
    sessions
      .map(({ heldOn }) => heldOn)
      .filter((on) => on !== null)
      .sort()[0] ?? null,
  'result-reported': ({ reported }) => reported[0]?.on ?? null,
  'evaluation-sent': (facts) => ofBoth(facts, ({ evaluationSentOn }) => evaluationSentOn),
  // Answers arrive with the evaluation forms; until then a reminder stays until the file closes.
  'evaluation-answered': () => null,
  'court-decided': ({ end }) => (end?.how === 'overtaken' ? end.on : null),
};

/** The conditions while which a deadline runs; outside them it is dropped, never met. */
export const CONDITIONS: Readonly<Record<ConditionKey, (facts: RequestFacts) => boolean>> = {
  'file-open': isFileOpen,
  'course-open': isCourseOpen,
  'curator-required': (facts) => isFileOpen(facts) && isCuratorRequired(facts),
  'curator-at-work': (facts) =>
    isFileOpen(facts) && (isCuratorRequired(facts) || liveCurators(facts).length > 0),
  'interview-agreed': (facts) => isCourseOpen(facts) && (bothConsented(facts) || facts.interviews.length > 0),
  // A court that heard "no" at its own hearing needs no result from the bureau.
  'court-awaits-result': (facts) => isFileOpen(facts) && facts.end?.how !== 'not_started',
};
