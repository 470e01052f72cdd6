import { plainDateOf } from '@bureau/kernel';
import { holidayInYear, type HolidayRule } from './holiday.rules';

const words = { nl: 'dag', en: 'day' };

describe('a holiday rule', () => {
  it('with a fixed day gives nothing in a year without that day', () => {
    const leapDay: HolidayRule = { kind: 'fixed', month: 2, day: 29, name: words, basis: words };
    expect([holidayInYear(leapDay, 2027), holidayInYear(leapDay, 2028)]).toEqual([null, '2028-02-29']);
  });

  it('stays on its Sunday unless it says that it moves', () => {
    const stays: HolidayRule = { kind: 'fixed', month: 4, day: 27, name: words, basis: words };
    expect(holidayInYear(stays, 2025)).toBe('2025-04-27');
    expect(holidayInYear({ ...stays, onSunday: 'the_day_before' }, 2025)).toBe('2025-04-26');
  });

  it('by decree gives that one day and no other year', () => {
    const decreed: HolidayRule = {
      kind: 'decree',
      on: plainDateOf('2018-12-24'),
      source: 'the decree',
      verified: true,
      name: words,
      basis: words,
    };
    expect([2017, 2018, 2019].map((year) => holidayInYear(decreed, year))).toEqual([
      null,
      '2018-12-24',
      null,
    ]);
  });

  it('holds in its first and last year and not outside them', () => {
    const rule: HolidayRule = {
      kind: 'easter',
      daysFromEaster: 0,
      validFrom: 2025,
      validTo: 2026,
      name: words,
      basis: words,
    };
    expect([2024, 2025, 2026, 2027].map((year) => holidayInYear(rule, year))).toEqual([
      null,
      '2025-04-20',
      '2026-04-05',
      null,
    ]);
  });
});
