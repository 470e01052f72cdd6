import { plainDateOf } from '@bureau/kernel';
import { holidayOn, holidaysIn } from './bureau-calendar';
import { DUTCH_CALENDAR } from './dutch-calendar';
import { DUTCH_EQUATED_DAYS, VERIFIED_EQUATED_DAYS } from './dutch-equated-days.catalogue';
import { DUTCH_HOLIDAYS } from './dutch-holidays.catalogue';
import { isWorkingDay } from './working-days.rules';

const daysOf = (year: number) => holidaysIn(year, DUTCH_CALENDAR).map(({ on }) => on.slice(5));
const nameOf = (date: string) => holidayOn(plainDateOf(date), DUTCH_CALENDAR)?.en ?? null;

describe('the Dutch holidays', () => {
  it.each([
    [2024, '01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26'],
    [2025, '01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26'],
    [2026, '01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26'],
    [2027, '01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26'],
    [2028, '01-01 04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26'],
  ])('of %d are %s', (year, days) => {
    expect(daysOf(year).join(' ')).toBe(days);
  });

  it('of 2026 carry their names, in the order of the year', () => {
    expect(holidaysIn(2026, DUTCH_CALENDAR).map(({ name }) => name.nl)).toEqual([
      'Nieuwjaarsdag',
      'Goede Vrijdag',
      'tweede paasdag',
      'Koningsdag',
      'Bevrijdingsdag',
      'Hemelvaartsdag',
      'tweede pinksterdag',
      'eerste kerstdag',
      'tweede kerstdag',
    ]);
  });

  it("King's Day moves to the Saturday when 27 April is a Sunday", () => {
    expect([nameOf('2025-04-26'), nameOf('2025-04-27')]).toEqual(["King's Day", null]);
    expect([nameOf('2014-04-26'), nameOf('2014-04-27')]).toEqual(["King's Day", null]);
    expect([nameOf('2026-04-26'), nameOf('2026-04-27')]).toEqual([null, "King's Day"]);
  });

  it("Queen's Day was on 30 April up to and including 2013", () => {
    expect([nameOf('2013-04-30'), nameOf('2014-04-30')]).toEqual(["Queen's Day", null]);
    expect([nameOf('2006-04-29'), nameOf('2006-04-30')]).toEqual(["Queen's Day", null]);
    expect(nameOf('2013-04-27')).toBeNull();
  });

  it('a day that is a holiday twice is one holiday, with the name listed first', () => {
    expect(nameOf('2016-05-05')).toBe('Liberation Day');
    expect(daysOf(2016).filter((day) => day === '05-05')).toHaveLength(1);
  });

  it("New Year's Eve and an ordinary Friday are no holidays", () => {
    expect([nameOf('2026-12-31'), nameOf('2026-03-27')]).toEqual([null, null]);
  });

  it('each say on what law they rest, in both languages', () => {
    for (const { name, basis } of [...DUTCH_HOLIDAYS, ...DUTCH_EQUATED_DAYS])
      for (const text of [name.nl, name.en, basis.nl, basis.en]) expect(text).toMatch(/\S/);
  });
});

describe('the days equated with a holiday by decree', () => {
  it('count once their decree has been read', () => {
    expect(nameOf('2018-12-24')).toBe('day equated with a holiday');
    expect(isWorkingDay(plainDateOf('2018-12-24'), DUTCH_CALENDAR)).toBe(false);
  });

  it('do not count while they are only hearsay: a term must rather end a day early than a day late', () => {
    const unread = DUTCH_EQUATED_DAYS.filter((day) => !day.verified);
    expect(unread.map(({ on }) => on)).toContain('2026-05-15');
    for (const { on } of unread) expect(nameOf(on)).toBeNull();
  });

  it('count for a bureau that puts them in its own calendar', () => {
    const own = { ...DUTCH_CALENDAR, holidays: [...DUTCH_HOLIDAYS, ...DUTCH_EQUATED_DAYS] };
    expect(isWorkingDay(plainDateOf('2026-05-15'), own)).toBe(false);
  });

  it('are weekdays, listed once, each with its source', () => {
    const days = DUTCH_EQUATED_DAYS.map(({ on }) => on);
    expect(new Set(days).size).toBe(days.length);
    for (const day of DUTCH_EQUATED_DAYS) {
      expect(new Date(`${day.on}T00:00:00Z`).getUTCDay() % 6).not.toBe(0);
      expect(day.source).toMatch(/\S/);
    }
    expect(DUTCH_HOLIDAYS).toEqual(expect.arrayContaining([...VERIFIED_EQUATED_DAYS]));
  });
});
