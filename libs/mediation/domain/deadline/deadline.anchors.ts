import { localDate } from '@bureau/calendar';
import { addDays, weekdayOf, type Instant, type PlainDate, type Words } from '@bureau/kernel';
import type { RequestFacts } from '../request/request.facts';
import { bothParents, bothSigned } from '../request/request.questions';
import { PARENT_KEYS } from '../vocabulary/events';
import type { AnchorKey } from './deadline.keys';

/** The day that a term counts from; `at` when it is a moment of that day. */
export interface Anchor {
  readonly on: PlainDate;
  readonly at?: Instant;
  /** Set while the day is only expected. */
  readonly expected?: {
    /** The day from which the bureau's own clock runs towards it; null when the court's dates give it. */
    readonly since: PlainDate | null;
  };
}

interface AnchorRule {
  readonly label: Words;
  readonly of: (facts: RequestFacts) => Anchor | null;
}

const day = (on: PlainDate | null | undefined): Anchor | null => (on ? { on } : null);

const lastOf = (days: readonly (PlainDate | null | undefined)[]): PlainDate | null =>
  days.every(Boolean) ? ([...days].sort().at(-1) ?? null) : null;

const firstSession = (facts: RequestFacts): Anchor | null => {
  const startsAt = facts.sessions
    .filter(({ state }) => state !== 'cancelled')
    .map((session) => session.startsAt)
    .sort()[0];
  return startsAt ? { on: localDate(startsAt, facts.policy.zone), at: startsAt } : null;
};

/** The Saturday of the last whole weekend before a day: the weekend a mediation is planned in. */
const lastWeekendBefore = (hearing: PlainDate): PlainDate => {
  const sinceSunday = weekdayOf(hearing) === 0 ? 7 : weekdayOf(hearing);
  return addDays(hearing, -sinceSunday - 1);
};

/** What a term can count from. */
export const ANCHORS: Readonly<Record<AnchorKey, AnchorRule>> = {
  registration: {
    label: { nl: 'registratie', en: 'registration' },
    of: ({ registered }) => day(registered.on),
  },
  petition: { label: { nl: 'verzoekschrift', en: 'petition' }, of: ({ court }) => day(court.petitionOn) },
  'directions-hearing': {
    label: { nl: 'regiezitting', en: 'directions hearing' },
    of: ({ court, hearing }) => day(court.directionsHearingOn ?? hearing?.on),
  },
  'full-chamber': {
    label: { nl: 'meervoudige kamer', en: 'full chamber' },
    of: ({ court }) => day(court.fullChamberHearingOn),
  },
  'talks-held': {
    label: { nl: 'informatiegesprekken', en: 'information talks' },
    of: ({ parents }) => day(lastOf(PARENT_KEYS.map((key) => parents[key].talk?.on))),
  },
  'both-signed': {
    label: { nl: 'handtekening van beide ouders', en: 'signature of both parents' },
    of: (facts) =>
      bothSigned(facts) ? day(lastOf(PARENT_KEYS.map((key) => facts.parents[key].signedOn))) : null,
  },
  'first-session-start': {
    label: { nl: 'begin eerste sessie', en: 'start of the first session' },
    of: firstSession,
  },
  'expected-first-session': {
    label: { nl: 'eerste sessie', en: 'first session' },
    of: (facts) => {
      const planned = firstSession(facts);
      if (planned) return day(planned.on);
      const { fullChamberHearingOn } = facts.court;
      const since = facts.registered.on;
      return facts.kind === 'IKO' && fullChamberHearingOn
        ? { on: lastWeekendBefore(fullChamberHearingOn), expected: { since: null } }
        : { on: addDays(since, 14), expected: { since } };
    },
  },
  'course-ended': {
    label: { nl: 'einde van de mediation', en: 'end of the mediation' },
    of: ({ end }) => day(end?.on),
  },
  'evaluation-sent': {
    label: { nl: 'verzending evaluatie', en: 'sending of the evaluation' },
    of: (facts) =>
      bothParents(facts, (key) => facts.parents[key].evaluationSentOn === null)
        ? null
        : day(
            PARENT_KEYS.map((key) => facts.parents[key].evaluationSentOn)
              .filter((on) => on !== null)
              .sort()
              .at(-1),
          ),
  },
};
