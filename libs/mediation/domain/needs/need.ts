import type { ParentKey, Stamp } from '../vocabulary/events';
import type { RequestFacts } from '../request/request.facts';
import type { RequirementCode } from '../request/requirements.catalogue';

/** One condition of an event: met by the facts and what was sent, or a reason to refuse. */
export interface Need<E> {
  readonly code: RequirementCode;
  met(facts: RequestFacts, event: E): boolean;
}

export const need = <E>(code: RequirementCode, met: (facts: RequestFacts, event: E) => boolean): Need<E> => ({
  code,
  met,
});

/** A need that looks at the request alone, whatever was sent. */
export const always = (code: RequirementCode, met: (facts: RequestFacts) => boolean): Need<unknown> =>
  need(code, met);

export type OfParent = { readonly parent: ParentKey };
export type OfChildren = { readonly children: readonly string[] };
export type Sent = { readonly stamp: Stamp };

/** Whether every key is one of those. */
export const only = (keys: readonly string[], allowed: readonly { readonly key: string }[]): boolean =>
  keys.every((key) => allowed.some((child) => child.key === key));
