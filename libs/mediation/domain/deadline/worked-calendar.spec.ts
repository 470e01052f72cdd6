import { plainDateOf } from '@bureau/kernel';
import {
  aNikoRequest,
  aRequest,
  aSignedRequest,
  aStartedRequest,
  RequestStory,
  steps,
} from '../../../../test/support/request.builder';
import { explanationOf } from './deadline.words';
import type { DeadlineKind } from './deadline.catalogue';
import { instantOf } from '@bureau/kernel';

const day = plainDateOf;
const court = (petition: string, hearing: string, fullChamber: string) => ({
  petitionOn: day(petition),
  directionsHearingOn: day(hearing),
  fullChamberHearingOn: day(fullChamber),
});

describe('the worked calendar: petition on Monday 2 March 2026, full chamber on Thursday 26 March', () => {
  it.each<[DeadlineKind, string]>([
    ['request-acknowledged', '2026-03-03'],
    ['hearing-result', '2026-03-13'],
    ['information-talks', '2026-03-16'],
    ['agreement-to-mediate', '2026-03-16'],
    ['curator-asked', '2026-03-13'],
    ['curator-appointed', '2026-03-17'],
    ['curator-report', '2026-03-19'],
    ['funding', '2026-03-18'],
    ['information', '2026-03-18'],
    ['first-session', '2026-03-25'],
    ['court-status', '2026-03-23'],
    ['court-result', '2026-03-25'],
    ['return-decision-six-weeks', '2026-04-13'],
  ])('%s falls on %s from the day of registration', (kind, expected) => {
    expect(aRequest().due(kind)).toBe(expected);
  });

  it('gives the pair two working days from the second signature', () => {
    expect(aSignedRequest().due('mediators-matched')).toBe('2026-03-18');
  });

  it('counts payment and papers back from the planned first session', () => {
    const planned = aStartedRequest().after(steps.plan);
    expect([planned.due('funding'), planned.due('information')]).toEqual(['2026-03-18', '2026-03-18']);
  });

  it('wants the child heard before the first session starts, to the minute', () => {
    const agreed = aStartedRequest().after(
      { type: 'child_interview.consented', parent: 'A' },
      { type: 'child_interview.consented', parent: 'B' },
      steps.plan,
    );
    expect(agreed.deadline('child-interview-report')).toMatchObject({
      dueOn: '2026-03-21',
      dueAt: instantOf('2026-03-21T09:30:00+01:00'),
    });
  });

  it('says in words why a date is what it is', () => {
    expect(explanationOf(aRequest().deadline('court-result'), 'en')).toBe(
      'full chamber Thu 26 March 2026, minus 1 working day',
    );
    expect(explanationOf(aRequest().deadline('court-result'), 'nl')).toBe(
      'meervoudige kamer do 26 maart 2026, min 1 werkdag',
    );
  });

  it('is overdue only when its day has ended where the bureau is', () => {
    expect(aRequest().deadline('court-result').dueAt).toBe(instantOf('2026-03-26T00:00:00+01:00'));
  });
});

describe('the five variants of the worked calendar', () => {
  it('full chamber on a Monday: the last day before it is the Friday', () => {
    const request = aRequest({ court: court('2026-03-02', '2026-03-16', '2026-03-30') });
    expect(request.due('court-result')).toBe('2026-03-27');
    expect(request.due('court-status')).toBe('2026-03-25');
    expect(request.due('first-session')).toBe('2026-03-29');
    expect(request.due('funding')).toBe('2026-03-25');
  });

  it('directions hearing on the Friday before Ascension: working days skip Ascension Day', () => {
    const request = aRequest({ court: court('2026-04-28', '2026-05-08', '2026-05-22') }, '2026-04-28');
    expect(request.due('hearing-result')).toBe('2026-05-11');
    expect(request.due('information-talks')).toBe('2026-05-12');
    expect(request.due('agreement-to-mediate')).toBe('2026-05-12');
    expect(request.due('curator-appointed')).toBe('2026-05-13');
    const signed = request
      .on('2026-05-13')
      .after(steps.hearing, ...steps.talks, ...steps.screenings, ...steps.signatures);
    expect(signed.due('mediators-matched')).toBe('2026-05-18');
  });

  it('children of 2 years 11 months and of exactly 3 years on the hearing: one interview, no curator', () => {
    const request = aRequest({
      children: [
        { key: 'c1', birthDate: day('2023-04-12') },
        { key: 'c2', birthDate: day('2023-03-12') },
      ],
    });
    expect(request.refuses({ type: 'curator.asked', curator: 'k1', children: ['c2'] })).toContain(
      'child-of-curator-age',
    );
    expect(() => request.deadline('curator-asked')).not.toThrow();
    expect(request.deadline('curator-asked').state).toBe('dropped');
    const consented = aStarted(request).after(
      { type: 'child_interview.consented', parent: 'A' },
      { type: 'child_interview.consented', parent: 'B' },
    );
    expect(consented.refuses({ type: 'child_interview.held', children: ['c2'], interviewer: 'i1' })).toEqual(
      [],
    );
    expect(consented.refuses({ type: 'child_interview.held', children: ['c1'], interviewer: 'i1' })).toEqual([
      'children-of-interview-age',
    ]);
  });

  it('a hearing one day later makes the child of three old enough for a curator', () => {
    const request = aRequest({ children: [{ key: 'c1', birthDate: day('2023-03-12') }] });
    const moved = request.after({
      type: 'court.dates_changed',
      directionsHearingOn: day('2026-03-13'),
      reason: 'court',
    });
    expect(moved.refuses({ type: 'curator.asked', curator: 'k1', children: ['c1'] })).toEqual([]);
    expect(moved.deadline('curator-asked')).toMatchObject({ state: 'open', dueOn: '2026-03-16' });
  });

  it('a parent in UTC−8: what they sign late at night there counts on the day of the bureau', () => {
    const request = aRequest()
      .on('2026-03-12')
      .after(steps.hearing, ...steps.talks, ...steps.screenings);
    const signed = request
      .after({ type: 'agreement_to_mediate.signed', parent: 'A' })
      .on('2026-03-16T21:30:00-08:00')
      .after({ type: 'agreement_to_mediate.signed', parent: 'B' });
    expect(signed.deadline('agreement-to-mediate')).toMatchObject({
      dueOn: '2026-03-16',
      metOn: '2026-03-17',
    });
    expect(signed.due('mediators-matched')).toBe('2026-03-19');
  });

  it('legal aid for one parent only: both must be settled before the deadline is met', () => {
    const one = aSignedRequest().after({ type: 'funding.settled', parent: 'A', by: 'legal_aid' });
    expect(one.deadline('funding').state).toBe('open');
    const both = one.after({ type: 'funding.settled', parent: 'B', by: 'payment', amountCents: 139_000 });
    expect(both.deadline('funding')).toMatchObject({ state: 'met', metOn: '2026-03-16' });
  });

  it('a mediator who falls out on Friday night: replaced, the plan and its dates stand', () => {
    const planned = aStartedRequest().after(steps.plan).on('2026-03-20T22:15:00+01:00');
    const replaced = planned.after({ type: 'mediators.replaced', mediator: 'm01', by: 'm03', reason: 'ill' });
    expect(replaced.facts.pair?.members.map(({ mediator }) => mediator)).toEqual(['m03', 'm02']);
    expect(replaced.last.changes).toEqual([]);
    expect(replaced.refuses({ type: 'session.held', no: 1, mode: 'on_site', present: ['A', 'B'] })).toEqual(
      [],
    );
  });
});

describe('deadlines of a request without an abduction', () => {
  it('count from registration and from the talks', () => {
    const request = aNikoRequest();
    expect(request.due('information-talks')).toBe('2026-03-04');
    expect(request.due('first-session')).toBe('2026-03-16');
    const talked = request.on('2026-03-04').after(...steps.talks);
    expect(talked.due('agreement-to-mediate')).toBe('2026-03-11');
  });

  it('know no hearing, no curator and no court', () => {
    const request = aNikoRequest();
    for (const kind of [
      'hearing-result',
      'curator-asked',
      'court-result',
      'return-decision-six-weeks',
    ] as const)
      expect(() => request.deadline(kind)).toThrow();
  });
});

describe('when a court date moves', () => {
  const moved = () =>
    aRequest()
      .on('2026-03-10')
      .after({
        type: 'court.dates_changed',
        fullChamberHearingOn: day('2026-04-02'),
        reason: 'hearing moved by the court',
      });

  it('every date that hangs on it is worked out anew, and the change says from where to where', () => {
    const changes = moved().last.changes.map(({ change, deadline, from }) => [
      change,
      deadline.kind,
      from,
      deadline.dueOn,
    ]);
    expect(changes).toEqual([
      ['moved', 'funding', '2026-03-18', '2026-03-25'],
      ['moved', 'information', '2026-03-18', '2026-03-25'],
      ['moved', 'curator-report', '2026-03-19', '2026-03-26'],
      ['moved', 'first-session', '2026-03-25', '2026-04-01'],
      ['moved', 'court-status', '2026-03-23', '2026-03-30'],
      ['moved', 'court-result', '2026-03-25', '2026-04-01'],
    ]);
  });

  it('a date set by hand stays, and is flagged for a person to look at', () => {
    const overridden = aRequest().after({
      type: 'deadline.overridden',
      deadline: 'court-result',
      dueOn: day('2026-03-24'),
      reason: 'asked by the court',
    });
    expect(overridden.deadline('court-result')).toMatchObject({ dueOn: '2026-03-24', reviewNeeded: false });
    const later = overridden.after({
      type: 'court.dates_changed',
      fullChamberHearingOn: day('2026-04-02'),
      reason: 'moved',
    });
    expect(later.deadline('court-result')).toMatchObject({
      dueOn: '2026-03-24',
      reviewNeeded: true,
      counted: { on: '2026-04-01' },
    });
    expect(explanationOf(later.deadline('court-result'), 'en')).toMatch(
      /^Tue 24 March 2026, set by hand instead of: full chamber/,
    );
  });

  it('dates in the wrong order are refused', () => {
    expect(
      aRequest().refuses({
        type: 'court.dates_changed',
        fullChamberHearingOn: day('2026-03-11'),
        reason: 'typo',
      }),
    ).toEqual(['court-dates-in-order']);
  });
});

describe('while a request is suspended', () => {
  const suspended = () =>
    aNikoRequest().on('2026-03-03').after({ type: 'request.suspended', reason: 'child ill' });

  it('the clocks of the bureau stand still', () => {
    expect(suspended().deadline('information-talks').state).toBe('paused');
    expect(suspended().last.changes.map(({ change }) => change)).toContain('paused');
  });

  it('they move by the real pause when it resumes, and the explanation says so', () => {
    const resumed = suspended().on('2026-03-10').after({ type: 'request.resumed', reason: 'well again' });
    expect(resumed.due('first-session')).toBe('2026-03-23');
    expect(resumed.due('information-talks')).toBe('2026-03-11');
    expect(explanationOf(resumed.deadline('first-session'), 'en')).toMatch(/moved by 7 days of suspension/);
  });

  it('payment and papers move with the first session that is only expected', () => {
    const resumed = suspended().on('2026-03-10').after({ type: 'request.resumed', reason: 'well again' });
    expect([suspended().due('funding'), resumed.due('funding'), resumed.due('information')]).toEqual([
      '2026-03-11',
      '2026-03-18',
      '2026-03-18',
    ]);
    expect(explanationOf(resumed.deadline('funding'), 'en')).toMatch(
      /^expected first session Mon 16 March 2026, minus 3/,
    );
  });

  it('the clocks of the court never stop', () => {
    const request = aRequest().on('2026-03-03').after({ type: 'request.suspended', reason: 'travel' });
    expect(request.deadline('court-result')).toMatchObject({ state: 'open', dueOn: '2026-03-25' });
    const resumed = request.on('2026-03-10').after({ type: 'request.resumed', reason: 'back' });
    expect(resumed.due('court-result')).toBe('2026-03-25');
    expect(resumed.due('curator-report')).toBe('2026-03-19');
  });

  it('a deadline that had passed before the pause stays passed', () => {
    const late = aNikoRequest().on('2026-03-06').after({ type: 'request.suspended', reason: 'ill' });
    const resumed = late.on('2026-03-12').after({ type: 'request.resumed', reason: 'well' });
    expect(resumed.due('information-talks')).toBe('2026-03-04');
  });
});

describe('a target that is missed', () => {
  it('never ends a mediation: the request takes the late deed as before', () => {
    const late = aRequest()
      .on('2026-06-01')
      .after(steps.hearing, ...steps.talks);
    expect(late.deadline('information-talks')).toMatchObject({
      state: 'met',
      dueOn: '2026-03-16',
      metOn: '2026-06-01',
    });
    expect(late.facts.end).toBeNull();
  });
});

const aStarted = (request: RequestStory): RequestStory =>
  request
    .on('2026-03-16')
    .after(
      steps.hearing,
      ...steps.talks,
      ...steps.screenings,
      ...steps.signatures,
      ...steps.pair,
      ...steps.intakes,
    );
