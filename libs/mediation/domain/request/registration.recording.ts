import { PARENT_KEYS, type ParentKey, type Payloads, type Stamp } from '../vocabulary/events';
import type { ParentFacts, RequestFacts } from './request.facts';
import type { RequestPolicy } from './request.policy';

/** The court dates that are given, and no key for those that are not. */
export const datesOnly = (dates: Payloads['request.registered']['court']): NonNullable<typeof dates> => ({
  ...(dates?.petitionOn && { petitionOn: dates.petitionOn }),
  ...(dates?.directionsHearingOn && { directionsHearingOn: dates.directionsHearingOn }),
  ...(dates?.fullChamberHearingOn && { fullChamberHearingOn: dates.fullChamberHearingOn }),
});

/** The facts of a request on the day it is registered. */
export function registeredFacts(
  number: string,
  event: Payloads['request.registered'],
  stamp: Stamp,
  policy: RequestPolicy,
): RequestFacts {
  const parentFacts = (key: ParentKey): ParentFacts => {
    const parent = event.parents.find((entry) => entry.key === key);
    if (!parent) throw new RangeError(`parent ${key} is missing: registration must be checked first`);
    const { key: _, languages, ...rest } = parent;
    return {
      ...rest,
      languages: [...languages],
      talk: null,
      screenings: {},
      noGo: null,
      signedOn: null,
      fundedOn: null,
      informedOn: null,
      intake: null,
      interviewConsent: null,
      evaluationSentOn: null,
    };
  };
  const [A, B] = PARENT_KEYS.map(parentFacts) as [ParentFacts, ParentFacts];
  return {
    number,
    kind: event.kind,
    source: event.source,
    legalPhase: event.phase,
    fromCountry: event.fromCountry,
    toCountry: event.toCountry,
    caseNumber: event.caseNumber ?? null,
    policy,
    registered: stamp,
    latestAt: stamp.at,
    acknowledgedOn: null,
    parents: { A, B },
    children: event.children.map(({ key, birthDate }) => ({ key, birthDate })),
    court: datesOnly(event.court),
    hearing: null,
    pair: null,
    curators: [],
    interviews: [],
    sessions: [],
    interimContactOn: null,
    agreement: null,
    outcome: null,
    end: null,
    reported: [],
    suspendedOn: null,
    pauses: [],
    overrides: {},
    closed: null,
    reopened: false,
  };
}
