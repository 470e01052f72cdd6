import type { RequestFacts } from '../request/request.facts';
import { ANCHORS, type Anchor } from './deadline.anchors';
import { DEADLINES, type Count, type DeadlineKind, type DeadlineRule } from './deadline.catalogue';

/** The count that applies to a request now, with the day it counts from; null while that day is not known. */
export function anchoredIn(
  kind: DeadlineKind,
  facts: RequestFacts,
): { readonly count: Count; readonly anchor: Anchor } | null {
  const rule: DeadlineRule = DEADLINES[kind];
  for (const count of rule.counts) {
    if (count.only && count.only !== facts.kind) continue;
    const anchor = ANCHORS[count.from].of(facts);
    if (anchor) return { count, anchor };
  }
  return null;
}
