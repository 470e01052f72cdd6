import type { Words } from '@bureau/kernel';
import type { Need } from '../needs/need';
import type { RequestFacts } from '../request/request.facts';
import type { EventOf, LaterEventType, Payloads, Stamp } from '../vocabulary/events';

/** All there is to know of one kind of event after registration. */
export interface EventRule<T extends LaterEventType> {
  readonly label: Words;
  /** All must be met, in the order in which a person would want to hear of them. */
  readonly needs: readonly Need<EventOf<T> & { readonly stamp: Stamp }>[];
  /** What could be sent now, as far as the request itself can tell: one try for each parent, mediator, session … */
  readonly tries: (facts: RequestFacts) => readonly Payloads[T][];
  /** What it writes down. Pure; asked only for an event that has been accepted. */
  readonly records: (facts: RequestFacts, event: Payloads[T], stamp: Stamp) => Partial<RequestFacts>;
  /** True for news of a date, a delay or a correction: it does not yet answer a new request. */
  readonly isNoAnswer?: true;
}

export type EventRules<T extends LaterEventType> = { readonly [K in T]: EventRule<K> };
