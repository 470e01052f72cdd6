import { DUTCH_CALENDAR, isWorkingDay } from '@bureau/calendar';
import { addDays, plainDateOf } from '@bureau/kernel';
import {
  chaseOf,
  escalateOn,
  escalatedUntil,
  kindsBy,
  remindOn,
  remindedUntil,
  stageOn,
} from './chase.rules';
import { DEADLINES, DEADLINE_KINDS } from './deadline.catalogue';

const calendar = { ...DUTCH_CALENDAR, zone: 'Europe/Amsterdam' };
const day = plainDateOf;

describe('a reminder', () => {
  it.each([
    ['the working day before', '2026-03-18', 1, '2026-03-17'],
    ['on Friday for a Monday', '2026-03-23', 1, '2026-03-20'],
    ['on Friday for a Sunday', '2026-03-22', 1, '2026-03-20'],
    ['on the day itself', '2026-03-18', 0, '2026-03-18'],
    ['on Friday for a Sunday that is the day itself', '2026-03-22', 0, '2026-03-20'],
    ['on the Thursday before Easter for Easter Monday', '2026-04-06', 0, '2026-04-02'],
    ['three working days before', '2026-04-08', 3, '2026-04-01'],
  ])('comes %s', (_, due, before, on) => {
    expect(remindOn(day(due), before, calendar)).toBe(on);
  });
});

describe('an escalation', () => {
  it.each([
    ['on the second working day after', '2026-03-18', 2, '2026-03-20'],
    ['over the weekend', '2026-03-20', 2, '2026-03-24'],
    ['after a Saturday', '2026-03-21', 1, '2026-03-23'],
    ['never on the last day itself', '2026-03-18', 0, '2026-03-19'],
  ])('comes %s', (_, due, after, on) => {
    expect(escalateOn(day(due), after, calendar)).toBe(on);
  });
});

it('asking day by day and asking for a group on one day agree, for every day of a year', () => {
  for (let today = day('2026-01-01'); today < '2027-01-01'; today = addDays(today, 1)) {
    if (!isWorkingDay(today, calendar)) continue;
    for (const n of kindsBy('remindsBefore').keys()) {
      const until = remindedUntil(today, n, calendar);
      expect(remindOn(until, n, calendar) <= today).toBe(true);
      expect(remindOn(addDays(until, 1), n, calendar) > today).toBe(true);
    }
    for (const n of kindsBy('escalatesAfter').keys()) {
      const until = escalatedUntil(today, n, calendar);
      expect(escalateOn(until, n, calendar) <= today).toBe(true);
      expect(escalateOn(addDays(until, 1), n, calendar) > today).toBe(true);
    }
  }
});

it('nobody is reminded or told on a day that is no working day', () => {
  for (let due = day('2026-01-01'); due < '2027-01-01'; due = addDays(due, 1))
    for (const kind of DEADLINE_KINDS) {
      const { remindsBefore, escalatesAfter } = chaseOf(kind);
      if (remindsBefore !== null)
        expect(isWorkingDay(remindOn(due, remindsBefore, calendar), calendar)).toBe(true);
      if (escalatesAfter !== null)
        expect(isWorkingDay(escalateOn(due, escalatesAfter, calendar), calendar)).toBe(true);
    }
});

it('a warning is recorded and explained, and never passed on', () => {
  for (const kind of DEADLINE_KINDS)
    if (DEADLINES[kind].severity === 'warning') expect(chaseOf(kind).escalatesAfter).toBeNull();
  expect(stageOn('return-decision-six-weeks', day('2026-04-13'), day('2026-12-01'), calendar)).toBe(
    'overdue',
  );
});

it('a deadline goes from nothing by way of reminder and overdue to the senior', () => {
  const stages = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21'].map(
    (today) => stageOn('funding', day('2026-03-18'), day(today), calendar),
  );
  expect(stages).toEqual([null, 'reminder', 'reminder', 'overdue', 'escalated', 'escalated']);
});
