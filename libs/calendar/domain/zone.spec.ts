import fc from 'fast-check';
import { addDays, instantFromMillis, instantOf, millisOf, plainDateOf } from '@bureau/kernel';
import { endOfDay, isTimeZone, localDate, localTime, momentOf, startOfDay } from './zone';

const AMSTERDAM = 'Europe/Amsterdam';
const HOUR_MS = 3_600_000;
const hoursIn = (date: string, zone: string) =>
  (millisOf(endOfDay(plainDateOf(date), zone)) - millisOf(startOfDay(plainDateOf(date), zone))) / HOUR_MS;

// Half and quarter hours, clocks changed at midnight and at 00:01, a day skipped, the far ends of the world.
const ZONES = [
  AMSTERDAM,
  'UTC',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];
const aZone = fc.constantFrom(...ZONES);
const aDate = fc.integer({ min: 0, max: 33_000 }).map((days) => addDays(plainDateOf('1970-01-01'), days));
const aMoment = fc.integer({ min: 0, max: 33_000 * 86_400_000 }).map(instantFromMillis);

describe('what the clock on the wall says', () => {
  it.each([
    ['2026-03-26T22:59:59.999Z', '2026-03-26', '23:59'],
    ['2026-03-26T23:00:00.000Z', '2026-03-27', '00:00'],
    ['2026-06-30T21:59:00.000Z', '2026-06-30', '23:59'],
    ['2026-06-30T22:00:00.000Z', '2026-07-01', '00:00'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30'],
  ])('in Amsterdam %s is %s %s', (at, date, time) => {
    expect([localDate(instantOf(at), AMSTERDAM), localTime(instantOf(at), AMSTERDAM)]).toEqual([date, time]);
  });

  it('is still the day before for a parent in UTC−8 when the bureau opens', () => {
    const opening = instantOf('2026-03-03T07:30:00Z');
    expect([localDate(opening, AMSTERDAM), localTime(opening, AMSTERDAM)]).toEqual(['2026-03-03', '08:30']);
    expect([localDate(opening, 'America/Los_Angeles'), localTime(opening, 'America/Los_Angeles')]).toEqual([
      '2026-03-02',
      '23:30',
    ]);
  });

  it('agrees with Intl in any zone at any moment', () => {
    const formats = new Map(
      ZONES.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
      ]),
    );
    fc.assert(
      fc.property(aMoment, aZone, (at, zone) => {
        const ours = `${localDate(at, zone)} ${localTime(at, zone)}`;
        expect(ours).toBe(formats.get(zone)?.format(millisOf(at)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('where a day ends', () => {
  it.each([
    ['2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z'],
  ])('what is due in Amsterdam on %s is overdue from %s on', (date, from) => {
    expect(endOfDay(plainDateOf(date), AMSTERDAM)).toBe(from);
  });

  it.each([
    ['2026-03-29', AMSTERDAM, 23],
    ['2026-10-25', AMSTERDAM, 25],
    ['2026-03-26', AMSTERDAM, 24],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5],
    ['2017-10-15', 'America/Sao_Paulo', 23],
    ['2018-02-17', 'America/Sao_Paulo', 25],
    ['2011-12-30', 'Pacific/Apia', 0],
  ])('%s in %s lasts %d hours', (date, zone, hours) => {
    expect(hoursIn(date, zone)).toBe(hours);
  });

  it('a day whose midnight is skipped begins when the clocks have jumped', () => {
    const start = startOfDay(plainDateOf('2017-10-15'), 'America/Sao_Paulo');
    expect([start, localTime(start, 'America/Sao_Paulo')]).toEqual(['2017-10-15T03:00:00.000Z', '01:00']);
  });

  it('a day that was left again just after midnight ends at its second midnight', () => {
    // Until 2011 Newfoundland went back from 00:01 to 23:01 of the day before.
    expect(endOfDay(plainDateOf('2010-11-06'), 'America/St_Johns')).toBe('2010-11-07T03:30:00.000Z');
  });

  it('a day whose first hour is lived twice begins the first time', () => {
    // Cuba goes back from 01:00 to 00:00.
    expect(startOfDay(plainDateOf('2026-11-01'), 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
    expect(hoursIn('2026-11-01', 'America/Havana')).toBe(25);
  });

  it('is in time one millisecond before and late at the end, in any zone on any day', () => {
    fc.assert(
      fc.property(aDate, aZone, (date, zone) => {
        const end = endOfDay(date, zone);
        expect(localDate(end, zone) > date).toBe(true);
        expect(localDate(instantFromMillis(millisOf(end) - 1), zone) <= date).toBe(true);
        expect(end).toBe(startOfDay(addDays(date, 1), zone));
      }),
      { numRuns: 2000 },
    );
  });

  it('puts every moment between the start and the end of its own local day, but for the hour lived twice', () => {
    fc.assert(
      fc.property(aMoment, aZone, (at, zone) => {
        const day = localDate(at, zone);
        expect(at < endOfDay(day, zone)).toBe(true);
        expect(millisOf(at) >= millisOf(startOfDay(day, zone)) - HOUR_MS).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the name of a zone', () => {
  it.each([AMSTERDAM, 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+8'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Amsterdam', 'Europe/Den_Haag', '+01:00', '-0800', 'Europe/Amsterdam '])(
    '"%s" is none',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );

  it('that does not exist gets no date at all', () => {
    expect(() => localDate(instantOf('2026-03-26T09:00:00Z'), 'Europe/Den_Haag')).toThrow(RangeError);
  });
});

describe('the moment at which the clocks show a time', () => {
  const inThe = (date: string, time: string, zone = 'Europe/Amsterdam'): string =>
    momentOf(plainDateOf(date), time, zone);

  it.each([
    ['in winter', '2026-01-15', '09:00', '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15', '09:00', '2026-07-15T07:00:00.000Z'],
    ['on the day that has 23 hours', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['before the jump of that day', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['that is skipped: as long after the jump', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['on the day that has 25 hours', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
    ['that is shown twice: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['after both', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, date, time, at) => {
    expect(inThe(date, time)).toBe(at);
  });

  it('is the same on each side of the world', () => {
    expect(inThe('2026-03-16', '09:00', 'Pacific/Kiritimati')).toBe('2026-03-15T19:00:00.000Z');
    expect(inThe('2026-03-16', '09:00', 'America/Los_Angeles')).toBe('2026-03-16T16:00:00.000Z');
  });

  it.each(['24:00', '9:00', '09:60', ''])("is not asked for '%s'", (time) => {
    expect(() => inThe('2026-03-16', time)).toThrow('time of day');
  });
});
