import { anIkoRegistration } from '../../../../test/support/request.builder';
import { EVENTS } from '../../domain/events/events.catalogue';
import { eventSchema, registrationSchema, SCHEMA_EVENT_TYPES } from './event.schema';

const messages = (value: unknown): string[] => {
  const result = eventSchema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the public vocabulary of events', () => {
  it('is the vocabulary of the machine, event by event', () => {
    expect([...SCHEMA_EVENT_TYPES].sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it('refuses an unknown type and an unknown field', () => {
    expect(messages({ type: 'xstate.stop' })).toHaveLength(1);
    expect(messages({ type: 'request.closed', why: 'because' })).toEqual([': Unrecognized key: "why"']);
  });

  it('says what it expected', () => {
    expect(
      messages({ type: 'court.dates_changed', fullChamberHearingOn: '2026-02-30', reason: 'x' }),
    ).toEqual(['fullChamberHearingOn: must be a day of the calendar, YYYY-MM-DD']);
    expect(messages({ type: 'agreement.signed', parent: 'C' })).toEqual(['parent: must be A or B']);
    expect(messages({ type: 'session.moved', no: 1, startsAt: '2026-03-21T09:30', reason: 'x' })[0]).toMatch(
      /with an offset/,
    );
  });

  it('keeps moments as UTC and days as they are', () => {
    const moved = eventSchema.parse({
      type: 'session.moved',
      no: 1,
      startsAt: '2026-03-21T09:30:00+01:00',
      reason: 'x',
    });
    expect(moved).toMatchObject({ startsAt: '2026-03-21T08:30:00.000Z' });
  });

  it('takes no control characters and no empty reasons', () => {
    expect(messages({ type: 'request.suspended', reason: ' ' })).toEqual(['reason: must not be empty']);
    expect(messages({ type: 'request.suspended', reason: 'a\u0000b' })).toEqual([
      'reason: must not hold control characters',
    ]);
  });

  it('takes a registration with or without its type, and no third parent', () => {
    const { type, ...payload } = anIkoRegistration();
    expect(registrationSchema.parse(payload)).toEqual({ type, ...payload });
    expect(
      registrationSchema.safeParse({ ...payload, parents: [...payload.parents, payload.parents[0]] }).success,
    ).toBe(false);
  });
});
