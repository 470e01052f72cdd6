import { EVENTS } from '../events/events.catalogue';
import type { EventRule } from '../events/event.rule';
import type { LaterEvent, LaterEventType, Payloads, Stamped } from '../vocabulary/events';
import type { RequestFacts } from './request.facts';

/** The facts after an accepted event: the one place where facts change. */
export function recorded(facts: RequestFacts, event: Stamped<LaterEvent>): RequestFacts {
  // The catalogue ties each rule to its own event; TypeScript cannot follow that through a union of forty.
  const rule = EVENTS[event.type] as unknown as EventRule<LaterEventType>;
  const { stamp } = event;
  return {
    ...facts,
    latestAt: stamp.at,
    acknowledgedOn: facts.acknowledgedOn ?? (rule.isNoAnswer ? null : stamp.on),
    ...rule.records(facts, event as unknown as Payloads[LaterEventType], stamp),
  };
}
