import { stageOf } from '../request/request.questions';
import type { EndFacts, ParentFacts, RequestFacts } from '../request/request.facts';
import type { ParentKey, Stamp } from '../vocabulary/events';

/** A change to what is known of one parent; the other one's facts stay as they are. */
export const ofParent = (
  facts: RequestFacts,
  key: ParentKey,
  change: Partial<ParentFacts>,
): Partial<RequestFacts> => ({
  parents: { ...facts.parents, [key]: { ...facts.parents[key], ...change } },
});

/** The end of a pause, if there was one: its real length moves the bureau's own clocks. */
export const pausedUntil = (facts: RequestFacts, stamp: Stamp): Partial<RequestFacts> =>
  facts.suspendedOn === null
    ? {}
    : { suspendedOn: null, pauses: [...facts.pauses, { from: facts.suspendedOn, to: stamp.on }] };

/** The end of the mediation at the stage it has reached. */
export const ended = (
  facts: RequestFacts,
  how: EndFacts['how'],
  reason: string | null,
  stamp: Stamp,
): Partial<RequestFacts> => ({
  end: { how, stage: stageOf(facts), on: stamp.on, reason },
  ...pausedUntil(facts, stamp),
});
