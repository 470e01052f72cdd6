import { dueDate, endOfDay, type BureauCalendar, type Term } from '@bureau/calendar';
import { daysBetween, type Instant, type PlainDate } from '@bureau/kernel';
import type { CaseFacts } from '../case/case.facts';

/** "After the first talk a follow-up is planned within two weeks" (annual report 2025). */
export const FOLLOW_UP_TERM: Term = { length: 2, unit: 'week', direction: 'forward', regime: 'internal' };

export const FOLLOW_UP = 'follow-up';

/** The follow-up as it stands, worked out from the facts. */
export interface FollowUp {
  readonly kind: typeof FOLLOW_UP;
  readonly state: 'open' | 'met' | 'dropped';
  readonly firstTalkOn: PlainDate;
  readonly dueOn: PlainDate;
  /** From then on it has been missed. */
  readonly dueAt: Instant;
  /** Days from the first talk to the day it was planned for. */
  readonly plannedWithin: number;
  readonly metOn: PlainDate | null;
  /** Days from the first talk to the talk that met it. */
  readonly heldWithin: number | null;
  /** Why it was moved last. */
  readonly movedBecause: string | null;
}

/** Null for a case that has had no first talk, and on line 1. */
export function followUpOf(
  { followUp }: Pick<CaseFacts, 'followUp'>,
  calendar: BureauCalendar,
): FollowUp | null {
  if (!followUp) return null;
  const { firstTalkOn, moves, heldOn, droppedOn } = followUp;
  const moved = moves.at(-1);
  const dueOn = moved?.to ?? dueDate(firstTalkOn, FOLLOW_UP_TERM, calendar).on;
  return {
    kind: FOLLOW_UP,
    state: heldOn ? 'met' : droppedOn ? 'dropped' : 'open',
    firstTalkOn,
    dueOn,
    dueAt: endOfDay(dueOn, calendar.zone),
    plannedWithin: daysBetween(firstTalkOn, dueOn),
    metOn: heldOn,
    heldWithin: heldOn && daysBetween(firstTalkOn, heldOn),
    movedBecause: moved?.reason ?? null,
  };
}

export type FollowUpVerdict = 'waiting' | 'missed' | 'held_in_time' | 'held_late' | 'dropped';

/** How the follow-up stands on a day. */
export function verdictOn({ state, dueOn, metOn }: FollowUp, today: PlainDate): FollowUpVerdict {
  if (metOn) return metOn <= dueOn ? 'held_in_time' : 'held_late';
  if (state === 'dropped') return 'dropped';
  return today <= dueOn ? 'waiting' : 'missed';
}
