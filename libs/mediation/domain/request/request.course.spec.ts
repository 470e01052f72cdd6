import { plainDateOf } from '@bureau/kernel';
import {
  aHeldRequest,
  aNikoRequest,
  aPlannedRequest,
  aRequest,
  aSignedRequest,
  aStartedRequest,
  anIkoRegistration,
  RequestStory,
  stampAt,
  steps,
} from '../../../../test/support/request.builder';
import { DUTCH_CALENDAR } from '@bureau/calendar';
import { REQUEST_POLICY } from '../../../../config/bureau-policy';
import { open } from './request.engine';
import { partiesOf } from './parties.rules';
import { bookedSlots } from './booking.rules';

const consents = (['A', 'B'] as const).map(
  (parent) => ({ type: 'child_interview.consented', parent }) as const,
);

describe('the phase of a request is the earliest step that still waits', () => {
  it('goes from request through intake, curator, child and sessions to outcome and closed', () => {
    const phases = [aRequest().phase, aSignedRequest().phase, aStartedRequest().phase];
    const appointed = aStartedRequest().after(...steps.curator.slice(0, 3));
    phases.push(appointed.phase);
    const refused = appointed.after({ type: 'child_interview.refused', parent: 'A' });
    phases.push(refused.phase);
    const held = refused
      .after(steps.plan)
      .on('2026-03-22')
      .after(...steps.sessions);
    phases.push(held.phase);
    const ended = held.after(steps.noAgreement, ...steps.curator.slice(3));
    phases.push(ended.phase, ended.after({ type: 'request.closed' }).phase);
    expect(phases).toEqual([
      'request',
      'intake',
      'curator_assignment',
      'child_interview',
      'sessions',
      'outcome',
      'outcome',
      'closed',
    ]);
  });

  it('is curator assignment when the parents decline and only the curator goes on', () => {
    const declined = aRequest()
      .on('2026-03-13')
      .after({ type: 'request.not_started', reason: 'declined_at_hearing', by: 'B' });
    expect(declined.phase).toBe('curator_assignment');
    expect(declined.after(...steps.curator.slice(0, 3)).phase).toBe('outcome');
  });
});

describe('registration', () => {
  const codes = (change: Parameters<typeof anIkoRegistration>[0]) => {
    const result = open(
      'MB-2026-001',
      anIkoRegistration(change),
      stampAt('2026-03-02'),
      REQUEST_POLICY,
      DUTCH_CALENDAR,
    );
    return result.ok ? [] : result.error.reasons.map(({ code }) => code);
  };
  const child = (birthDate: string, key = 'c1') => ({ key, birthDate: plainDateOf(birthDate) });
  const [a, b] = anIkoRegistration().parents;

  it('takes a child on the day before it turns eighteen, not on the birthday', () => {
    expect(codes({ children: [child('2008-03-03')] })).toEqual([]);
    expect(codes({ children: [child('2008-03-02')] })).toEqual(['child-under-18']);
  });
  it('refuses a birth in the future, twice the same key, and a parent twice', () => {
    expect(codes({ children: [child('2026-03-03')] })).toContain('children-born');
    expect(codes({ children: [child('2018-01-01'), child('2019-01-01')] })).toEqual(['child-keys-unique']);
    expect(codes({ parents: a ? [a, a] : [] })).toContain('two-parents');
    expect(codes({ parents: a && b ? [a, { ...b, role: 'left_behind' }] : [] })).toEqual(['opposed-roles']);
  });
  it('refuses a full chamber before the directions hearing', () => {
    const court = {
      directionsHearingOn: plainDateOf('2026-03-12'),
      fullChamberHearingOn: plainDateOf('2026-03-11'),
    };
    expect(codes({ court })).toEqual(['court-dates-in-order']);
  });
});

describe('a parent', () => {
  it('signs only when willing and screened', () => {
    const request = aNikoRequest();
    const sign = { type: 'agreement_to_mediate.signed', parent: 'A' } as const;
    expect(request.refuses(sign)).toEqual(['parent-willing', 'parent-screened']);
    const undecided = request.after({ type: 'information_talk.held', parent: 'A', outcome: 'undecided' });
    expect(undecided.refuses(sign)).toContain('parent-willing');
    expect(undecided.after(...steps.talks).refuses(sign)).toEqual(['parent-screened']);
    expect(undecided.after(...steps.talks, ...steps.screenings).refuses(sign)).toEqual([]);
  });

  it('is screened only after the talk of that round', () => {
    const screening = { type: 'screening.completed', parent: 'A', round: 'intake', result: 'go' } as const;
    expect(aSignedRequest().refuses(screening)).toEqual(['round-talk-held']);
    expect(aStartedRequest().refuses(screening)).toEqual([]);
  });

  it('has a refusal that names the parent, in both languages', () => {
    const result = aRequest().tries({ type: 'funding.settled', parent: 'B', by: 'payment' });
    if (result.ok) throw new Error('it was taken');
    expect(result.error.reasons[0].words).toEqual({
      nl: 'Ouder B heeft de mediationovereenkomst nog niet getekend.',
      en: 'Parent B has not signed the agreement to mediate yet.',
    });
    expect(result.error.allowed).toContain('information_talk.held');
    expect(result.error.allowed).not.toContain('funding.settled');
  });
});

describe('a screening that says no', () => {
  const no = { type: 'screening.completed', parent: 'B', round: 'intake', result: 'no_go' } as const;
  const clear = { ...no, result: 'go' } as const;

  it('blocks the way to sessions', () => {
    expect(aStartedRequest().after(no).refuses(steps.plan)).toEqual(['no-open-no-go']);
    expect(
      aPlannedRequest()
        .after(no)
        .refuses({ type: 'session.held', no: 1, mode: 'on_site', present: ['A'] }),
    ).toEqual(['no-open-no-go']);
  });
  it('is not cleared by whoever said it', () => {
    expect(aStartedRequest().after(no).refuses(clear)).toEqual(['second-reviewer']);
  });
  it('is cleared by a second reviewer, and stays a no when they agree', () => {
    const stopped = aStartedRequest().after(no);
    expect(stopped.by('bob').after(clear).refuses(steps.plan)).toEqual([]);
    expect(stopped.by('bob').after(no).refuses(steps.plan)).toEqual(['no-open-no-go']);
  });
});

describe('safeguards of a screening', () => {
  const guarded = (safeguard: string) =>
    aStartedRequest().after({
      type: 'screening.completed',
      parent: 'A',
      round: 'intake',
      result: 'safeguards',
      safeguards: [safeguard],
    });

  it('are honoured by the plan: remote means online, shorter means two hours at most', () => {
    expect(guarded('remote').refuses(steps.plan)).toEqual(['safeguards-honoured']);
    expect(guarded('shorter_sessions').refuses(steps.plan)).toEqual(['safeguards-honoured']);
    const online = steps.plan.sessions.map((session) => ({
      ...session,
      mode: 'online' as const,
      minutes: 120,
    }));
    expect(guarded('remote').refuses({ ...steps.plan, sessions: online })).toEqual([]);
    expect(guarded('shorter_sessions').refuses({ ...steps.plan, sessions: online })).toEqual([]);
  });
  it('in the reviewer’s own words are kept for people to honour', () => {
    expect(guarded('grandmother stays away').refuses(steps.plan)).toEqual([]);
    expect(guarded('grandmother stays away').facts.parents.A.screenings.intake?.safeguards).toEqual([
      'grandmother stays away',
    ]);
  });
});

describe('the pair of mediators', () => {
  it('is proposed only after both signatures, and confirmed by two acceptances', () => {
    expect(aRequest().refuses(steps.pair[0])).toEqual(['both-signed']);
    const one = aSignedRequest().after(...steps.pair.slice(0, 2));
    expect(one.facts.pair?.confirmedOn).toBeNull();
    expect(one.refuses({ type: 'intake.held', parent: 'A', result: 'suitable' })).toEqual(['pair-confirmed']);
    expect(one.refuses({ type: 'mediators.accepted', mediator: 'm01' })).toEqual(['mediator-asked']);
    expect(one.after(steps.pair[2]).facts.pair?.confirmedOn).toBe('2026-03-16');
  });
  it('falls apart when one declines, and can be proposed anew', () => {
    const declined = aSignedRequest().after(steps.pair[0], { type: 'mediators.declined', mediator: 'm02' });
    expect(declined.refuses(steps.pair[0])).toEqual([]);
  });
  it('is never the curator or the interviewer of the same family', () => {
    const request = aSignedRequest().after({ type: 'curator.asked', curator: 'm02', children: ['c1'] });
    expect(request.refuses(steps.pair[0])).toEqual(['one-role-per-family']);
    const paired = aStartedRequest();
    expect(paired.refuses({ type: 'curator.asked', curator: 'm01', children: ['c1'] })).toEqual([
      'one-role-per-family',
    ]);
    expect(
      paired
        .after(...consents)
        .refuses({ type: 'child_interview.held', children: ['c1'], interviewer: 'm01' }),
    ).toEqual(['one-role-per-family']);
  });
  it('makes the request an own request of both, and of nobody who left', () => {
    const replaced = aPlannedRequest().after({
      type: 'mediators.replaced',
      mediator: 'm01',
      by: 'm09',
      reason: 'ill',
    });
    expect(partiesOf(replaced.facts).map(({ person }) => person)).toEqual(['m09', 'm02']);
  });
});

describe('the special curator', () => {
  it('goes on when mediation never starts, and must be at rest before the file closes', () => {
    const ended = aRequest()
      .on('2026-03-13')
      .after({ type: 'request.not_started', reason: 'declined_at_hearing' });
    const working = ended.after(...steps.curator.slice(0, 3));
    expect(working.refuses({ type: 'request.closed' })).toEqual(['curator-at-rest']);
    expect(working.after(...steps.curator.slice(3)).refuses({ type: 'request.closed' })).toEqual([]);
  });
  it('who declines makes way for another', () => {
    const declined = aRequest().after(steps.curator[0], { type: 'curator.declined', curator: 'k1' });
    expect(declined.snapshot.value).toMatchObject({ registered: { curator: 'required' } });
    expect(declined.refuses({ type: 'curator.asked', curator: 'k2', children: ['c1'] })).toEqual([]);
  });
  it('is one per child: two siblings can have two, and then must be named', () => {
    const children = [
      { key: 'c1', birthDate: plainDateOf('2015-01-01') },
      { key: 'c2', birthDate: plainDateOf('2017-01-01') },
    ];
    const appointed = aRequest({ children }).after(
      ...(['c1', 'c2'] as const).flatMap((key, index) => [
        { type: 'curator.asked' as const, curator: `k${index}`, children: [key] },
        { type: 'curator.accepted' as const, curator: `k${index}` },
        {
          type: 'curator.appointed' as const,
          curator: `k${index}`,
          children: [key],
          orderOn: plainDateOf('2026-03-13'),
        },
      ]),
    );
    expect(appointed.refuses({ type: 'curator.reported' })).toEqual(['curator-appointed']);
    const one = appointed.after({ type: 'curator.reported', curator: 'k1' });
    expect(one.snapshot.value).toMatchObject({ registered: { curator: 'appointed' } });
    expect(one.refuses({ type: 'curator.asked', curator: 'k9', children: ['c1'] })).toEqual([
      'children-without-curator',
    ]);
  });
  it('is asked for children of this request only', () => {
    expect(aRequest().refuses({ type: 'curator.asked', curator: 'k1', children: ['c9'] })).toContain(
      'known-children',
    );
  });
});

describe('the child interview', () => {
  it('needs both consents, and one refusal is enough to stop it', () => {
    const held = { type: 'child_interview.held', children: ['c1'], interviewer: 'i1' } as const;
    const one = aStartedRequest().after(consents[0] ?? steps.hearing);
    expect(one.refuses(held)).toEqual(['both-consented']);
    const both = aStartedRequest().after(...consents);
    expect(both.refuses(held)).toEqual([]);
    expect(both.after({ type: 'child_interview.refused', parent: 'A' }).refuses(held)).toEqual([
      'both-consented',
    ]);
  });
  it('is held once for a child, and its report delivered once', () => {
    const held = aStartedRequest()
      .after(...consents)
      .after({ type: 'child_interview.held', children: ['c1'], interviewer: 'i1' });
    expect(held.refuses({ type: 'child_interview.held', children: ['c1'], interviewer: 'i2' })).toEqual([
      'children-not-heard-yet',
    ]);
    const delivered = held.after({ type: 'child_interview.report_delivered' });
    expect(delivered.refuses({ type: 'child_interview.report_delivered' })).toEqual(['interview-to-deliver']);
  });
});

describe('sessions', () => {
  it('are planned when both intakes are suitable and both parents have settled', () => {
    const unfunded = aSignedRequest().after(...steps.pair, ...steps.intakes);
    expect(unfunded.refuses(steps.plan)).toEqual(['both-funded']);
    expect(
      aSignedRequest()
        .after(...steps.pair, ...steps.funding)
        .refuses(steps.plan),
    ).toEqual(['both-intakes-suitable']);
  });
  it('book every quarter of an hour of both mediators, and let go what is cancelled', () => {
    const planned = aPlannedRequest();
    expect(bookedSlots(planned.facts)).toHaveLength(3 * 12 * 2);
    const cancelled = planned.after({ type: 'session.cancelled', no: 3, reason: 'flight' });
    expect(bookedSlots(cancelled.facts)).toHaveLength(2 * 12 * 2);
    const withdrawn = planned.after({ type: 'request.withdrawn', by: 'A', reason: 'no trust' });
    expect(bookedSlots(withdrawn.facts)).toHaveLength(0);
  });
  it('may not overlap, and a number is used once', () => {
    const again = { type: 'sessions.planned', sessions: [{ ...steps.plan.sessions[0], no: 3 }] } as const;
    expect(aPlannedRequest().refuses(again)).toEqual(['session-numbers-free', 'sessions-apart']);
  });
  it('are not held while the request is suspended', () => {
    const suspended = aPlannedRequest().after({ type: 'request.suspended', reason: 'child missing' });
    expect(suspended.refuses(steps.sessions[0] ?? steps.hearing)).toEqual(['not-suspended']);
  });
});

describe('the agreement and the outcome', () => {
  const drafted = () => aHeldRequest().after({ type: 'agreement.drafted', agreement: 'mirror' });
  const outcome = (name: 'full' | 'mirror' | 'partial' | 'none') => ({ ...steps.noAgreement, outcome: name });
  const reviewed = () =>
    drafted().after({ type: 'agreement.reviewed', parent: 'A' }, { type: 'agreement.reviewed', parent: 'B' });

  it('is signed only after the parent’s own lawyer has reviewed it', () => {
    expect(drafted().refuses({ type: 'agreement.signed', parent: 'A' })).toEqual(['reviewed-by-own-counsel']);
  });
  it('counts only with both signatures, and only for what was signed', () => {
    const one = reviewed().after({ type: 'agreement.signed', parent: 'A' });
    expect(one.refuses(outcome('mirror'))).toEqual(['agreement-fits-outcome']);
    const both = one.after({ type: 'agreement.signed', parent: 'B' });
    expect(both.refuses(outcome('full'))).toEqual(['agreement-fits-outcome']);
    expect(both.refuses(outcome('mirror'))).toEqual([]);
    expect(
      both.after({ type: 'agreement.signature_withdrawn', parent: 'A' }).refuses(outcome('mirror')),
    ).toEqual(['agreement-fits-outcome']);
  });
  it('begins anew with a new draft', () => {
    const signed = reviewed().after({ type: 'agreement.signed', parent: 'A' });
    expect(signed.after({ type: 'agreement.drafted', agreement: 'full' }).facts.agreement?.signed).toEqual({
      A: false,
      B: false,
    });
  });
  it('without agreement needs a reason, and without a session there is no outcome', () => {
    expect(aHeldRequest().refuses({ ...steps.noAgreement, reasons: [] })).toEqual(['reason-given']);
    expect(aPlannedRequest().refuses(steps.noAgreement)).toEqual(['session-held']);
  });
  it('is reported as the recorded word and no other', () => {
    const ended = aHeldRequest().after(steps.noAgreement);
    expect(ended.refuses({ type: 'result.reported', to: 'court', category: 'full' })).toEqual([
      'category-is-outcome',
    ]);
    expect(ended.refuses({ type: 'result.reported', to: 'court', category: 'none' })).toEqual([]);
  });
});

describe('how a request ends', () => {
  it('is not started only before an intake, stopped only between intake and session', () => {
    const notStarted = { type: 'request.not_started', reason: 'financial' } as const;
    const stopped = { type: 'request.stopped_after_intake', reason: 'safety' } as const;
    expect(aSignedRequest().refuses(stopped)).toEqual(['intake-held']);
    expect(aStartedRequest().refuses(notStarted)).toEqual(['no-intake-held']);
    expect(aStartedRequest().refuses(stopped)).toEqual([]);
    expect(aHeldRequest().refuses(stopped)).toEqual(['no-session-held']);
  });
  it.each([
    ['before_intake', aSignedRequest],
    ['after_intake', aStartedRequest],
    ['in_sessions', aHeldRequest],
  ] as const)('withdrawn ends it at the stage it has reached: %s', (stage, request) => {
    const ended = request().after({ type: 'request.withdrawn', by: 'B', reason: 'no longer wants to' });
    expect(ended.facts.end).toMatchObject({ how: 'withdrawn', stage });
    expect(ended.refuses({ type: 'information.received', parent: 'A' })).toEqual(['course-open']);
  });
  it('while suspended lets the pause end too', () => {
    const ended = aRequest()
      .after({ type: 'request.suspended', reason: 'travel' })
      .on('2026-03-09')
      .after({ type: 'request.withdrawn', reason: 'settled' });
    expect(ended.facts).toMatchObject({
      suspendedOn: null,
      pauses: [{ from: '2026-03-02', to: '2026-03-09' }],
    });
    expect(ended.snapshot.value).toMatchObject({ registered: { file: 'open' } });
  });
  it('is closed for good, until a colleague of whoever closed it reopens it', () => {
    const closed = aNikoRequest()
      .after({ type: 'request.withdrawn', reason: 'settled' })
      .after({ type: 'request.closed' });
    expect(closed.refuses({ type: 'evaluation.sent', parent: 'A' })).toEqual(['file-open']);
    expect(closed.refuses({ type: 'request.reopened', reason: 'late letter' })).toEqual([
      'second-pair-of-eyes',
    ]);
    const reopened = closed.by('bob').after({ type: 'request.reopened', reason: 'late letter' });
    expect(reopened.phase).toBe('outcome');
    expect(reopened.refuses({ type: 'request.closed' })).toEqual([]);
  });
  it('keeps its outcome, unless it is corrected after reopening', () => {
    const ended = aHeldRequest().after(steps.noAgreement);
    expect(ended.refuses(steps.noAgreement)).toEqual(['outcome-to-record']);
    const reopened = ended
      .after({ type: 'request.closed' })
      .by('bob')
      .after({ type: 'request.reopened', reason: 'coded wrongly' });
    expect(
      reopened.after({ ...steps.noAgreement, reasons: ['time_ran_out'] }).facts.outcome?.reasons,
    ).toEqual(['time_ran_out']);
  });
});

describe('time', () => {
  it('never goes back within a file', () => {
    expect(aSignedRequest().on('2026-03-15').refuses({ type: 'information.received', parent: 'A' })).toEqual([
      'time-goes-forward',
    ]);
  });
  it('of the hearing that was held is the planned one, until the court plans another', () => {
    const held = aRequest().on('2026-03-10').after(steps.hearing);
    expect(held.refuses(steps.hearing)).toEqual(['hearing-not-held']);
    const moved = held.after({
      type: 'court.dates_changed',
      directionsHearingOn: plainDateOf('2026-03-14'),
      reason: 'again',
    });
    expect(moved.refuses(steps.hearing)).toEqual([]);
  });
});

it('a request without a hearing date still has its next dates', () => {
  const request = RequestStory.of({ ...anIkoRegistration(), court: {}, phase: 'pre_litigation' });
  expect(request.due('information-talks')).toBe('2026-03-04');
  expect(request.due('first-session')).toBe('2026-03-16');
});
