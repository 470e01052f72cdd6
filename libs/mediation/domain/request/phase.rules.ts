import type { Words } from '@bureau/kernel';
import type { RequestFacts } from './request.facts';
import * as asks from './request.questions';

export interface PhaseEntry {
  readonly label: Words;
  /** Whether a request still waits for something of this step. */
  readonly waits: (facts: RequestFacts) => boolean;
}

const courseRuns = asks.isCourseOpen;

/** The steps of a request in their order. A request is in the earliest one that still waits for something. */
export const PHASES = {
  request: {
    label: { nl: 'Aanvraag', en: 'Request' },
    waits: (facts) => courseRuns(facts) && !asks.bothSigned(facts),
  },
  intake: {
    label: { nl: 'Intake', en: 'Intake' },
    waits: (facts) =>
      courseRuns(facts) &&
      !asks.bothParents(facts, (key) => {
        const { intake, fundedOn } = facts.parents[key];
        return intake?.result === 'suitable' && fundedOn !== null;
      }),
  },
  curator_assignment: {
    label: { nl: 'Bijzondere curator', en: 'Curator assignment' },
    waits: (facts) =>
      asks.isFileOpen(facts) &&
      (facts.curators.some(({ step }) => step === 'asked' || step === 'accepted') ||
        // Once sessions are held, a child for whom nobody was asked no longer holds the request back.
        (asks.isCuratorRequired(facts) &&
          asks.childrenWithoutCurator(facts).length > 0 &&
          !asks.isSessionHeld(facts))),
  },
  child_interview: {
    label: { nl: 'Kindgesprek', en: 'Child interview' },
    waits: (facts) =>
      courseRuns(facts) &&
      !asks.isSessionHeld(facts) &&
      asks.childrenOfInterviewAge(facts).length > 0 &&
      asks.bothParents(facts, (key) => facts.parents[key].interviewConsent !== 'refused') &&
      (facts.interviews.length === 0 || asks.undeliveredInterviews(facts)),
  },
  sessions: {
    label: { nl: 'Sessies', en: 'Sessions' },
    waits: (facts) =>
      courseRuns(facts) &&
      (!asks.isSessionHeld(facts) || facts.sessions.some(({ state }) => state === 'planned')),
  },
  outcome: { label: { nl: 'Uitkomst', en: 'Outcome' }, waits: asks.isFileOpen },
  closed: { label: { nl: 'Gesloten', en: 'Closed' }, waits: () => true },
} as const satisfies Record<string, PhaseEntry>;

export type Phase = keyof typeof PHASES;

/** The one phase a request is in: what a worklist groups by. */
export function phaseOf(facts: RequestFacts): Phase {
  const [phase] = Object.entries(PHASES).find(([, { waits }]) => waits(facts)) ?? ['closed'];
  return phase as Phase;
}
