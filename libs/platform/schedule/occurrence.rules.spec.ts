import { DUTCH_CALENDAR } from '@bureau/calendar';
import { instantOf } from '@bureau/kernel';
import { isCaughtUp, latestOccurrence, nextOccurrence } from './occurrence.rules';
import { SCHEDULES, type ScheduledKind } from './schedules.catalogue';

const calendar = { ...DUTCH_CALENDAR, zone: 'Europe/Amsterdam' };
const WORKING = { at: '08:00', on: 'working days' } as const;
const NIGHTLY = { at: '04:00', on: 'every day' } as const;
const NEW_YEAR = { at: '00:30', on: { month: 1, day: 1 } } as const;

describe('the next time', () => {
  it.each([
    ['is later today', '2026-03-16T07:59:59+01:00', WORKING, '2026-03-16T07:00:00.000Z'],
    [
      'is tomorrow once its moment has come',
      '2026-03-16T08:00:00+01:00',
      WORKING,
      '2026-03-17T07:00:00.000Z',
    ],
    ['skips the weekend', '2026-03-20T12:00:00+01:00', WORKING, '2026-03-23T07:00:00.000Z'],
    ['skips Easter', '2026-04-02T12:00:00+02:00', WORKING, '2026-04-07T06:00:00.000Z'],
    [
      'shows the same time after the night of summer time',
      '2026-03-27T12:00:00+01:00',
      WORKING,
      '2026-03-30T06:00:00.000Z',
    ],
    ['and after that of winter time', '2026-10-23T12:00:00+02:00', WORKING, '2026-10-26T07:00:00.000Z'],
    ['comes in the night of 23 hours', '2026-03-28T12:00:00+01:00', NIGHTLY, '2026-03-29T02:00:00.000Z'],
    ['comes in the night of 25 hours', '2026-10-24T12:00:00+02:00', NIGHTLY, '2026-10-25T03:00:00.000Z'],
    ['may be a year away', '2026-01-01T01:00:00+01:00', NEW_YEAR, '2026-12-31T23:30:00.000Z'],
  ])('%s', (_, now, schedule, at) => {
    expect(nextOccurrence(schedule, instantOf(now), calendar).at).toBe(at);
  });
});

describe('the last time', () => {
  it.each([
    ['was today, from its moment on', '2026-03-16T08:00:00+01:00', WORKING, '2026-03-16'],
    ['was on Friday until Monday has come', '2026-03-23T07:59:59.999+01:00', WORKING, '2026-03-20'],
    ['may be a year ago', '2026-12-31T23:59:00+01:00', NEW_YEAR, '2026-01-01'],
  ])('%s', (_, now, schedule, day) => {
    expect(latestOccurrence(schedule, instantOf(now), calendar).day).toBe(day);
  });

  it('is made up for the same day, or whenever, as the schedule says', () => {
    const now = instantOf('2026-03-21T10:00:00+01:00');
    const missed = latestOccurrence(WORKING, now, calendar);
    expect(missed.day).toBe('2026-03-20');
    expect(isCaughtUp({ caughtUp: 'the same day' }, missed, now, calendar)).toBe(false);
    expect(isCaughtUp({ caughtUp: 'always' }, missed, now, calendar)).toBe(true);
  });
});

it('nothing is planned in the hour that a night of the year skips and another has twice', () => {
  for (const kind of Object.keys(SCHEDULES) as ScheduledKind[])
    expect(SCHEDULES[kind].at).not.toMatch(/^02:/);
});
