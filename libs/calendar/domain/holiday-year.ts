import { weekdayOf, type PlainDate, type Words } from '@bureau/kernel';
import { holidayInYear, type HolidayRule } from './holiday.rules';

export interface Holiday {
  readonly on: PlainDate;
  readonly name: Words;
  readonly basis: Words;
}

/** What a set of rules makes of one year. */
export interface HolidayYear {
  readonly inOrder: readonly Holiday[];
  readonly byDay: ReadonlyMap<PlainDate, Holiday>;
  /** Only those that cost a working day. */
  readonly onWeekdays: readonly PlainDate[];
}

const remembered = new WeakMap<readonly HolidayRule[], Map<number, HolidayYear>>();

/** The holidays of a year, worked out once for as long as the list of rules lives. */
export function holidayYear(year: number, rules: readonly HolidayRule[]): HolidayYear {
  let years = remembered.get(rules);
  if (!years) remembered.set(rules, (years = new Map()));
  let known = years.get(year);
  if (!known) years.set(year, (known = workOut(year, rules)));
  return known;
}

export function isWeekend(date: PlainDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

function workOut(year: number, rules: readonly HolidayRule[]): HolidayYear {
  const byDay = new Map<PlainDate, Holiday>();
  for (const rule of rules) {
    const on = holidayInYear(rule, year);
    if (on && !byDay.has(on)) byDay.set(on, { on, name: rule.name, basis: rule.basis });
  }
  const inOrder = [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  return { inOrder, byDay, onWeekdays: inOrder.map(({ on }) => on).filter((on) => !isWeekend(on)) };
}
