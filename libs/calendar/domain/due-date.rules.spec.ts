import fc from 'fast-check';
import { addDays, instantOf, plainDateOf } from '@bureau/kernel';
import { DUTCH_CALENDAR } from './dutch-calendar';
import { dueDate, overdueFrom } from './due-date.rules';
import type { RegimeKey } from './regimes.catalogue';
import type { Term } from './term';
import type { TermUnit } from './term-span';
import { isWorkingDay } from './working-days.rules';

const term = (length: number, unit: TermUnit, regime: RegimeKey): Term => ({
  length: Math.abs(length),
  unit,
  direction: length < 0 ? 'backward' : 'forward',
  regime,
});
const due = (anchor: string, length: number, unit: TermUnit, regime: RegimeKey) =>
  dueDate(plainDateOf(anchor), term(length, unit, regime), DUTCH_CALENDAR);
const dueOn = (...args: Parameters<typeof due>) => due(...args).on;

const aDate = fc.integer({ min: 0, max: 22_000 }).map((days) => addDays(plainDateOf('2000-01-01'), days));
const aUnit = fc.constantFrom<TermUnit>('calendar_day', 'working_day', 'week', 'month');
const aLength = fc.integer({ min: 0, max: 120 });

describe('the worked calendar of spring 2026', () => {
  it('puts the regiezitting at most two weeks after the petition of Monday 2 March', () => {
    expect(dueOn('2026-03-02', 2, 'week', 'court_set')).toBe('2026-03-16');
    expect('2026-03-12' <= dueOn('2026-03-02', 14, 'calendar_day', 'court_set')).toBe(true);
  });

  it.each([
    ['both parents phoned', '2026-03-02', 1, 'working_day', 'internal', '2026-03-03'],
    ['bijzondere curator proposed', '2026-03-12', 1, 'working_day', 'internal', '2026-03-13'],
    ['agreement to mediate signed', '2026-03-12', 4, 'calendar_day', 'internal', '2026-03-16'],
    ['papers complete before the first session', '2026-03-21', -3, 'working_day', 'internal', '2026-03-18'],
    ['report of the bijzondere curator', '2026-03-26', -7, 'calendar_day', 'court_set', '2026-03-19'],
    ['status to the court', '2026-03-26', -3, 'working_day', 'internal', '2026-03-23'],
    ['signed agreement filed', '2026-03-26', -1, 'working_day', 'internal', '2026-03-25'],
    ['MK hearing', '2026-03-12', 2, 'week', 'court_set', '2026-03-26'],
    ['order', '2026-03-26', 2, 'week', 'court_set', '2026-04-09'],
    ['last day of appeal', '2026-04-09', 2, 'week', 'statute', '2026-04-23'],
  ] as const)('%s: from %s, %d %s under %s, on %s', (_act, anchor, length, unit, regime, on) => {
    expect(due(anchor, length, unit, regime)).toEqual({ on, counted: on, rolledOver: [] });
  });

  it('Good Friday and Easter Monday do not move a date the court has set', () => {
    expect(dueOn('2026-03-20', 14, 'calendar_day', 'court_set')).toBe('2026-04-03');
    expect(dueOn('2026-03-23', 14, 'calendar_day', 'court_set')).toBe('2026-04-06');
  });

  it('the same two days do move the end of a statutory term, and the calendar says past which days', () => {
    expect(due('2026-03-20', 14, 'calendar_day', 'statute')).toEqual({
      on: '2026-04-07',
      counted: '2026-04-03',
      rolledOver: [
        { on: '2026-04-03', why: { nl: 'Goede Vrijdag', en: 'Good Friday' } },
        { on: '2026-04-04', why: { nl: 'zaterdag', en: 'Saturday' } },
        { on: '2026-04-05', why: { nl: 'zondag', en: 'Sunday' } },
        { on: '2026-04-06', why: { nl: 'tweede paasdag', en: 'Easter Monday' } },
      ],
    });
  });
});

describe('an MK hearing on a Monday', () => {
  it('has its papers filed on the Friday and the status on the Wednesday before', () => {
    expect(dueOn('2026-03-30', -1, 'working_day', 'internal')).toBe('2026-03-27');
    expect(dueOn('2026-03-30', -3, 'working_day', 'internal')).toBe('2026-03-25');
  });

  it("gives an appeal that would end on King's Day one day more", () => {
    expect(dueOn('2026-03-30', 2, 'week', 'court_set')).toBe('2026-04-13');
    expect(due('2026-04-13', 2, 'week', 'statute')).toEqual({
      on: '2026-04-28',
      counted: '2026-04-27',
      rolledOver: [{ on: '2026-04-27', why: { nl: 'Koningsdag', en: "King's Day" } }],
    });
  });

  it('or on the Tuesday after Easter has its papers filed before Good Friday', () => {
    expect(dueOn('2026-04-07', -1, 'working_day', 'internal')).toBe('2026-04-02');
  });
});

describe('a regiezitting on Friday 8 May 2026, the week before Ascension', () => {
  it.each([
    ['bijzondere curator proposed', '2026-05-08', 1, 'working_day', 'internal', '2026-05-11'],
    ['four working days on, past Ascension', '2026-05-08', 4, 'working_day', 'internal', '2026-05-15'],
    ['MK hearing', '2026-05-08', 2, 'week', 'court_set', '2026-05-22'],
    ['status to the court', '2026-05-22', -3, 'working_day', 'internal', '2026-05-19'],
    [
      'six working days before the MK, past Ascension',
      '2026-05-22',
      -6,
      'working_day',
      'internal',
      '2026-05-13',
    ],
    ['order', '2026-05-22', 2, 'week', 'court_set', '2026-06-05'],
    ['last day of appeal', '2026-06-05', 2, 'week', 'statute', '2026-06-19'],
    ['six days set by the court', '2026-05-08', 6, 'calendar_day', 'court_set', '2026-05-14'],
    ['six days by statute', '2026-05-08', 6, 'calendar_day', 'statute', '2026-05-15'],
  ] as const)('%s: from %s, %d %s under %s, on %s', (_act, anchor, length, unit, regime, on) => {
    expect(dueOn(anchor, length, unit, regime)).toBe(on);
  });
});

describe('a statutory term', () => {
  it('of three days holds at least two working days (Atw art. 2)', () => {
    expect(due('2026-03-27', 3, 'calendar_day', 'statute')).toEqual({
      on: '2026-03-31',
      counted: '2026-03-30',
      rolledOver: [
        {
          on: '2026-03-30',
          why: { nl: 'te weinig werkdagen in de termijn', en: 'too few working days within the term' },
        },
      ],
    });
    expect(dueOn('2026-12-24', 3, 'calendar_day', 'statute')).toBe('2026-12-29');
  });

  it('of two days only waits for the next working day', () => {
    expect(dueOn('2026-03-27', 2, 'calendar_day', 'statute')).toBe('2026-03-30');
  });

  it('of more than three months ends where it ends', () => {
    expect(dueOn('2026-02-15', 3, 'month', 'statute')).toBe('2026-05-15');
    expect(dueOn('2026-01-25', 3, 'month', 'statute')).toBe('2026-04-28');
    expect(dueOn('2025-12-25', 4, 'month', 'statute')).toBe('2026-04-25');
  });

  it('never ends on a weekend or holiday when it is short and runs forward', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 90 }), (anchor, length) => {
        const { on, counted } = dueDate(anchor, term(length, 'calendar_day', 'statute'), DUTCH_CALENDAR);
        expect(isWorkingDay(on, DUTCH_CALENDAR)).toBe(true);
        expect(on >= counted).toBe(true);
      }),
    );
  });

  it('is not moved when it is counted back', () => {
    expect(dueOn('2026-04-20', -14, 'calendar_day', 'statute')).toBe('2026-04-06');
  });
});

describe('a term of a European regulation', () => {
  it('of six weeks waits for the next working day', () => {
    expect(dueOn('2026-02-23', 6, 'week', 'treaty_eu')).toBe('2026-04-07');
  });

  it('of two days holds at least two working days (Regulation 1182/71 art. 3(5))', () => {
    expect(dueOn('2026-03-27', 2, 'calendar_day', 'treaty_eu')).toBe('2026-03-31');
  });

  it('of five working days skips Easter', () => {
    expect(dueOn('2026-04-01', 5, 'working_day', 'treaty_eu')).toBe('2026-04-10');
  });
});

describe('any term', () => {
  it('that never rolls ends exactly where counting ends', () => {
    fc.assert(
      fc.property(
        aDate,
        aLength,
        aUnit,
        fc.constantFrom<RegimeKey>('court_set', 'contract', 'internal'),
        fc.constantFrom<Term['direction']>('forward', 'backward'),
        (anchor, length, unit, regime, direction) => {
          const answer = dueDate(anchor, { length, unit, regime, direction }, DUTCH_CALENDAR);
          expect(answer.on).toBe(answer.counted);
          expect(answer.rolledOver).toEqual([]);
        },
      ),
    );
  });

  it('accounts for every day between the day counted and the last day', () => {
    fc.assert(
      fc.property(
        aDate,
        aLength,
        aUnit,
        fc.constantFrom<RegimeKey>('statute', 'treaty_eu'),
        (anchor, length, unit, regime) => {
          const { on, counted, rolledOver } = dueDate(anchor, term(length, unit, regime), DUTCH_CALENDAR);
          expect(rolledOver.map((passed) => passed.on)).toEqual(
            rolledOver.map((_, i) => addDays(counted, i)),
          );
          expect(addDays(counted, rolledOver.length)).toBe(on);
        },
      ),
    );
  });

  it('counted in working days lands on a working day under the house rule', () => {
    expect(isWorkingDay(dueOn('2026-04-04', 3, 'working_day', 'internal'), DUTCH_CALENDAR)).toBe(true);
  });

  it('has a length that is a whole number of 0 or more', () => {
    const odd = (length: number): Term => ({
      length,
      unit: 'week',
      direction: 'forward',
      regime: 'internal',
    });
    for (const length of [-1, 0.5, NaN])
      expect(() => dueDate(plainDateOf('2026-03-02'), odd(length), DUTCH_CALENDAR)).toThrow(RangeError);
  });

  it('in hours has no day', () => {
    expect(() => due('2026-03-02', 24, 'hour', 'contract')).toThrow('overdueFrom');
  });
});

describe('the moment from which a term has been missed', () => {
  const overdue = (at: string, length: number, unit: TermUnit) =>
    overdueFrom(instantOf(at), term(length, unit, 'contract'), DUTCH_CALENDAR);

  it('is exact for hours, also over the night the clocks change', () => {
    expect(overdue('2026-03-28T12:00:00Z', 24, 'hour')).toBe('2026-03-29T12:00:00.000Z');
    expect(overdue('2026-03-28T12:00:00Z', -48, 'hour')).toBe('2026-03-26T12:00:00.000Z');
  });

  it('is the end of the last day in Amsterdam for every other unit', () => {
    expect(overdue('2026-03-28T12:00:00Z', 1, 'calendar_day')).toBe('2026-03-29T22:00:00.000Z');
  });

  it('counts from the day it already is in Amsterdam', () => {
    expect(overdue('2026-03-27T23:30:00Z', 1, 'calendar_day')).toBe('2026-03-29T22:00:00.000Z');
  });
});
