import { addWorkingDays, isWorkingDay, type BureauCalendar } from '@bureau/calendar';
import { addDays, type PlainDate } from '@bureau/kernel';
import { CHASE_BY_KIND, CHASE_BY_SEVERITY, type Chase } from './chase.catalogue';
import { DEADLINES, DEADLINE_KINDS, type DeadlineKind } from './deadline.catalogue';

/** How far an open deadline has come on a day; null: nothing has to be said of it yet. */
export type ChaseStage = 'reminder' | 'overdue' | 'escalated';

export const chaseOf = (kind: DeadlineKind): Chase =>
  CHASE_BY_KIND[kind] ?? CHASE_BY_SEVERITY[DEADLINES[kind].severity];

/** The working day on which is reminded of what is due on `dueOn`. */
export function remindOn(dueOn: PlainDate, daysBefore: number, calendar: BureauCalendar): PlainDate {
  if (daysBefore > 0) return addWorkingDays(dueOn, -daysBefore, calendar);
  let day = dueOn;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** The working day on which what was due on `dueOn` is passed on; always after it. */
export const escalateOn = (dueOn: PlainDate, daysAfter: number, calendar: BureauCalendar): PlainDate =>
  addWorkingDays(dueOn, Math.max(daysAfter, 1), calendar);

/** The last day for which, on `today`, the moment to remind has come. */
export function remindedUntil(today: PlainDate, daysBefore: number, calendar: BureauCalendar): PlainDate {
  let last = today;
  while (remindOn(addDays(last, 1), daysBefore, calendar) <= today) last = addDays(last, 1);
  return last;
}

/** The last day of which, on `today`, what was due is passed on. */
export function escalatedUntil(today: PlainDate, daysAfter: number, calendar: BureauCalendar): PlainDate {
  let last = addDays(today, -1);
  while (escalateOn(last, daysAfter, calendar) > today) last = addDays(last, -1);
  return last;
}

export function stageOn(
  kind: DeadlineKind,
  dueOn: PlainDate,
  today: PlainDate,
  calendar: BureauCalendar,
): ChaseStage | null {
  const { remindsBefore, escalatesAfter } = chaseOf(kind);
  if (today > dueOn)
    return escalatesAfter !== null && escalateOn(dueOn, escalatesAfter, calendar) <= today
      ? 'escalated'
      : 'overdue';
  return remindsBefore !== null && remindOn(dueOn, remindsBefore, calendar) <= today ? 'reminder' : null;
}

/** Kinds that are chased after the same number of days, together: each group is asked for once. */
export const kindsBy = (
  part: 'remindsBefore' | 'escalatesAfter',
): ReadonlyMap<number, readonly DeadlineKind[]> => {
  const groups = new Map<number, DeadlineKind[]>();
  for (const kind of DEADLINE_KINDS) {
    const days = chaseOf(kind)[part];
    if (days !== null) groups.set(days, [...(groups.get(days) ?? []), kind]);
  }
  return groups;
};
