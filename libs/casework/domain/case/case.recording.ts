import type { PlainDate } from '@bureau/kernel';
import type { ClosingReason } from '../vocabulary/facets.catalogue';
import type { CasePayloads, ImportedCase, Stamp } from './case.events';
import { type CaseFacts, type HandoverFacts, type HandoverState, NO_FACETS } from './case.facts';

/** The facts of a case that begins here. */
export function openedFacts(number: string, opened: CasePayloads['case.opened'], stamp: Stamp): CaseFacts {
  return { ...untouched(number, 'desk', stamp), ...opened };
}

/** The facts of a case of an old register. What the register does not tell stays unknown. */
export function importedFacts(number: string, imported: ImportedCase, stamp: Stamp): CaseFacts {
  const { closedOn, closingReason, ...known } = imported;
  return { ...untouched(number, 'register', stamp), ...known, closed: closing(closedOn, closingReason) };
}

/** The register has the last word on what is in it; what was added to the case since then stays. */
export function reimported(imported: ImportedCase): Partial<CaseFacts> {
  const { closedOn, closingReason, ...known } = imported;
  return { ...known, closed: closing(closedOn, closingReason) };
}

const closing = (on: PlainDate | null, reason: ClosingReason | null): CaseFacts['closed'] =>
  on && reason ? { on, reason } : null;

const untouched = (number: string, origin: CaseFacts['origin'], stamp: Stamp) => ({
  number,
  origin,
  ...NO_FACETS,
  deputy: null,
  people: [],
  conflictWith: null,
  closed: null,
  reopenedOn: [],
  followUp: null,
  referrals: [],
  handovers: [],
  latestAt: stamp.at,
});

/**
 * A talk: the first one of a line-2 case opens the follow-up, the next one meets it. A case of an old register had its
 * first talk there.
 */
export function talked(facts: CaseFacts, on: PlainDate): Partial<CaseFacts> {
  const { followUp } = facts;
  if (facts.line !== 2 || facts.origin === 'register') return {};
  if (!followUp) return { followUp: { firstTalkOn: on, moves: [], heldOn: null, droppedOn: null } };
  const isWaiting = followUp.heldOn === null && followUp.droppedOn === null;
  // Two calls on the first day are one talk.
  return isWaiting && on > followUp.firstTalkOn ? { followUp: { ...followUp, heldOn: on } } : {};
}

/** The case ends; a follow-up that was not held is dropped. */
export function ended(
  facts: CaseFacts,
  on: PlainDate,
  reason: ClosingReason,
  today: PlainDate,
): Partial<CaseFacts> {
  const { followUp } = facts;
  const isWaiting = followUp !== null && followUp.heldOn === null && followUp.droppedOn === null;
  return {
    closed: { on, reason },
    ...(isWaiting && { followUp: { ...followUp, droppedOn: today } }),
  };
}

/** The hand-over in its next state. */
export const handoverIn = (
  { handovers }: CaseFacts,
  handover: string,
  state: HandoverState,
  request: HandoverFacts['request'] = null,
): Pick<CaseFacts, 'handovers'> => ({
  handovers: handovers.map((one) => (one.id === handover ? { ...one, state, request } : one)),
});
