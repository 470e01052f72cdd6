import fc from 'fast-check';
import { addDays, ageInYears, daysBetween, parsePlainDate, plainDateOf, weekdayOf } from './plain-date';

describe('a day of the calendar', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '0026-01-01',
    '',
    '2026-01-01T00:00',
  ])('is not %j', (text) => {
    expect(parsePlainDate(text)).toBeNull();
  });
  it('knows leap days', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
    expect(parsePlainDate('2100-02-29')).toBeNull();
  });
  it('throws when a day that must exist does not', () => {
    expect(() => plainDateOf('2026-02-30')).toThrow(RangeError);
  });

  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => plainDateOf(date.toISOString().slice(0, 10)));

  it('is as many days from another as it takes to get there', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
  });
  it('26 March 2026 is a Thursday', () => {
    expect(weekdayOf(plainDateOf('2026-03-26'))).toBe(4);
  });
});

describe('the age of a child', () => {
  it('goes up on the birthday and not the day before', () => {
    expect(ageInYears(plainDateOf('2023-03-12'), plainDateOf('2026-03-11'))).toBe(2);
    expect(ageInYears(plainDateOf('2023-03-12'), plainDateOf('2026-03-12'))).toBe(3);
  });
  it('goes up on 1 March for a child of 29 February, in years without that day', () => {
    expect(ageInYears(plainDateOf('2020-02-29'), plainDateOf('2023-02-28'))).toBe(2);
    expect(ageInYears(plainDateOf('2020-02-29'), plainDateOf('2023-03-01'))).toBe(3);
    expect(ageInYears(plainDateOf('2020-02-29'), plainDateOf('2024-02-29'))).toBe(4);
  });
});
