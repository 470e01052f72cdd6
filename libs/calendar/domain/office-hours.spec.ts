import { instantOf } from '@bureau/kernel';
import { DUTCH_CALENDAR } from './dutch-calendar';
import { afterOfficeHours } from './office-hours';

const OFFICE = { from: '09:00', until: '17:00' };
const after = (from: string, hours: number): string =>
  afterOfficeHours(instantOf(from), hours, OFFICE, { ...DUTCH_CALENDAR, zone: 'Europe/Amsterdam' });

describe('four hours of the office', () => {
  it.each([
    ['begin and end on one day', '2026-03-16T09:30:00+01:00', '2026-03-16T12:30:00.000Z'],
    ['end exactly when it closes', '2026-03-16T13:00:00+01:00', '2026-03-16T16:00:00.000Z'],
    ['go on the next morning', '2026-03-16T15:00:00+01:00', '2026-03-17T10:00:00.000Z'],
    ['skip the weekend', '2026-03-20T16:00:00+01:00', '2026-03-23T11:00:00.000Z'],
    ['asked for at night begin in the morning', '2026-03-16T23:10:00+01:00', '2026-03-17T12:00:00.000Z'],
    [
      'asked for before it opens begin when it opens',
      '2026-03-16T06:00:00+01:00',
      '2026-03-16T12:00:00.000Z',
    ],
    ['skip Good Friday and Easter', '2026-04-02T16:00:00+02:00', '2026-04-07T10:00:00.000Z'],
    [
      'are those of the new time after the night of summer time',
      '2026-03-27T16:00:00+01:00',
      '2026-03-30T10:00:00.000Z',
    ],
    ['and of winter time', '2026-10-23T16:00:00+02:00', '2026-10-26T11:00:00.000Z'],
  ])('%s', (_, from, until) => {
    expect(after(from, 4)).toBe(until);
  });

  it('none at all are over at once, or when the office next opens', () => {
    expect(after('2026-03-16T10:00:00+01:00', 0)).toBe('2026-03-16T09:00:00.000Z');
    expect(after('2026-03-21T10:00:00+01:00', 0)).toBe('2026-03-23T08:00:00.000Z');
  });
});
