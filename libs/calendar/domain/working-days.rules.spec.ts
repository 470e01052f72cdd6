import fc from 'fast-check';
import { addDays, plainDateOf } from '@bureau/kernel';
import { DUTCH_CALENDAR } from './dutch-calendar';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.rules';

const plus = (date: string, n: number) => addWorkingDays(plainDateOf(date), n, DUTCH_CALENDAR);
const between = (from: string, to: string) =>
  workingDaysBetween(plainDateOf(from), plainDateOf(to), DUTCH_CALENDAR);
const aDate = fc.integer({ min: 0, max: 22_000 }).map((days) => addDays(plainDateOf('2000-01-01'), days));

describe('a working day', () => {
  it.each(['2026-03-27', '2026-05-04', '2026-12-31'])('is %s', (date) => {
    expect(isWorkingDay(plainDateOf(date), DUTCH_CALENDAR)).toBe(true);
  });

  it.each(['2026-03-28', '2026-03-29', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05'])(
    'is not %s',
    (date) => {
      expect(isWorkingDay(plainDateOf(date), DUTCH_CALENDAR)).toBe(false);
    },
  );

  it('comes next on the day itself, or after the weekend and the holidays', () => {
    const next = (date: string) => nextWorkingDay(plainDateOf(date), DUTCH_CALENDAR);
    expect(['2026-04-02', '2026-04-03', '2026-12-25', '2027-01-01'].map(next)).toEqual([
      '2026-04-02',
      '2026-04-07',
      '2026-12-28',
      '2027-01-04',
    ]);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-27', 1, '2026-03-30'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-02'],
    ['2026-04-04', 1, '2026-04-07'],
    ['2026-04-05', -1, '2026-04-02'],
    ['2025-12-24', 4, '2026-01-02'],
  ])('%s plus %d is %s', (date, n, expected) => {
    expect(plus(date, n)).toBe(expected);
  });

  it('of none leaves even a Sunday where it is', () => {
    expect([plus('2026-03-29', 0), plus('2026-03-29', -0)]).toEqual(['2026-03-29', '2026-03-29']);
  });

  it('takes no parts of days', () => {
    expect(() => plus('2026-03-29', 1.5)).toThrow(RangeError);
  });

  it.each([
    ['2026-03-27', '2026-03-27', 0],
    ['2026-03-27', '2026-03-30', 1],
    ['2026-03-27', '2026-03-29', 0],
    ['2026-04-02', '2026-04-08', 2],
    ['2026-03-30', '2026-03-27', -1],
    ['2026-03-29', '2026-03-28', 0],
    ['2026-01-01', '2026-12-31', 253],
    ['2025-12-31', '2026-12-31', 253],
  ])('from %s to %s there are %d', (from, to, count) => {
    expect(between(from, to)).toBe(count);
  });

  it('there and back again from a working day changes nothing', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const start = nextWorkingDay(date, DUTCH_CALENDAR);
        const end = addWorkingDays(start, n, DUTCH_CALENDAR);
        expect(addWorkingDays(end, -n, DUTCH_CALENDAR)).toBe(start);
        expect(workingDaysBetween(start, end, DUTCH_CALENDAR)).toBe(n);
      }),
    );
  });

  it('by arithmetic gives what counting day by day gives', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 0, max: 800 }), (from, days) => {
        const to = addDays(from, days);
        let [after, upTo] = [0, 0];
        for (let i = 0; i <= days; i += 1) {
          if (!isWorkingDay(addDays(from, i), DUTCH_CALENDAR)) continue;
          if (i > 0) after += 1;
          if (i < days) upTo += 1;
        }
        expect(workingDaysBetween(from, to, DUTCH_CALENDAR)).toBe(after);
        expect(workingDaysBetween(to, from, DUTCH_CALENDAR)).toBe(0 - upTo);
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the day itself when that is a working day, and never passes it', () => {
    fc.assert(
      fc.property(aDate, aDate, (from, to) => {
        fc.pre(from < to);
        const reached = addWorkingDays(from, workingDaysBetween(from, to, DUTCH_CALENDAR), DUTCH_CALENDAR);
        expect(reached <= to).toBe(true);
        if (isWorkingDay(to, DUTCH_CALENDAR)) expect(reached).toBe(to);
      }),
      { numRuns: 25 },
    );
  });

  it('follows the calendar it is given', () => {
    const always = { zone: 'UTC', holidays: [] };
    expect(addWorkingDays(plainDateOf('2026-04-02'), 1, always)).toBe('2026-04-03');
    expect(plus('2026-04-02', 1)).toBe('2026-04-07');
  });
});
