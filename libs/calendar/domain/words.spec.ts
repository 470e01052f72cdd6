import fc from 'fast-check';
import { addDays, plainDateOf } from '@bureau/kernel';
import { dayInWords } from './date.words';
import { distanceInWords } from './distance.words';
import { DUTCH_CALENDAR } from './dutch-calendar';
import { termInWords } from './term.words';
import type { TermUnit } from './term-span';
import { addWorkingDays } from './working-days.rules';

describe('a day in words', () => {
  it.each([
    ['2026-03-26', 'do 26 maart 2026', 'Thu 26 March 2026'],
    ['2026-08-01', 'za 1 augustus 2026', 'Sat 1 August 2026'],
    ['2028-02-29', 'di 29 februari 2028', 'Tue 29 February 2028'],
    ['2026-12-27', 'zo 27 december 2026', 'Sun 27 December 2026'],
  ])('%s is "%s" and "%s"', (date, nl, en) => {
    expect([dayInWords(plainDateOf(date), 'nl'), dayInWords(plainDateOf(date), 'en')]).toEqual([nl, en]);
  });
});

describe('a term in words', () => {
  it.each<[number, TermUnit, string, string]>([
    [2, 'working_day', 'plus 2 werkdagen', 'plus 2 working days'],
    [-1, 'working_day', 'min 1 werkdag', 'minus 1 working day'],
    [14, 'calendar_day', 'plus 14 dagen', 'plus 14 days'],
    [1, 'calendar_day', 'plus 1 dag', 'plus 1 day'],
    [6, 'week', 'plus 6 weken', 'plus 6 weeks'],
    [-1, 'month', 'min 1 maand', 'minus 1 month'],
    [48, 'hour', 'plus 48 uur', 'plus 48 hours'],
    [0, 'working_day', 'op de dag zelf', 'on the day itself'],
  ])('of %d × %s is "%s" and "%s"', (length, unit, nl, en) => {
    const span = { length: Math.abs(length), unit, direction: length < 0 ? 'backward' : 'forward' } as const;
    expect([termInWords(span, 'nl'), termInWords(span, 'en')]).toEqual([nl, en]);
  });
});

describe('the distance to a deadline in words', () => {
  it.each([
    ['2026-04-02', '2026-04-02', 'vandaag', 'today'],
    ['2026-04-02', '2026-04-03', 'morgen', 'tomorrow'],
    ['2026-04-02', '2026-04-07', 'over 1 werkdag', 'in 1 working day'],
    ['2026-04-02', '2026-04-09', 'over 3 werkdagen', 'in 3 working days'],
    ['2026-04-08', '2026-04-07', '1 werkdag te laat', '1 working day late'],
    ['2026-04-08', '2026-04-02', '2 werkdagen te laat', '2 working days late'],
    ['2026-04-11', '2026-04-10', '1 werkdag te laat', '1 working day late'],
    ['2026-03-18', '2026-03-21', 'over 3 dagen', 'in 3 days'],
    ['2026-03-23', '2026-03-22', '1 dag te laat', '1 day late'],
  ])('on %s for %s is "%s" and "%s"', (today, on, nl, en) => {
    const [from, to] = [plainDateOf(today), plainDateOf(on)];
    expect(distanceInWords(from, to, DUTCH_CALENDAR, 'nl')).toBe(nl);
    expect(distanceInWords(from, to, DUTCH_CALENDAR, 'en')).toBe(en);
  });

  it('says "in n working days" of the very day that n working days lead to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 2, max: 40 }), (start, n) => {
        const today = addDays(plainDateOf('2020-01-01'), start);
        const on = addWorkingDays(today, n, DUTCH_CALENDAR);
        expect(distanceInWords(today, on, DUTCH_CALENDAR, 'en')).toBe(`in ${n} working days`);
      }),
    );
  });
});
