import { type BadCall, faultsOfRefusal } from '../support/bad.calls';
import { describeApi } from '../support/bureau.api';
import type { Visitor } from '../support/http.visitor';
import { anIkoRegistration, steps } from '../support/request.builder';

const MALFORMED = '400 malformed';
const BROKEN_RULE = '422 rule-broken';
const NOT_NOW = '409 event-not-allowed';

const registration = (change: object) => (visitor: Visitor) =>
  visitor.register({ ...anIkoRegistration(), ...change });
const event = (body: unknown) => (visitor: Visitor, number: string) =>
  visitor.post(`/api/mediation-requests/${number}/events`, body);
const [parentA, parentB] = anIkoRegistration().parents;
const children = (...list: unknown[]) => registration({ children: list });
const court = (petitionOn: unknown, directionsHearingOn: unknown, fullChamberHearingOn: unknown) =>
  registration({ court: { petitionOn, directionsHearingOn, fullChamberHearingOn } });
const talk = { type: 'information_talk.held', parent: 'A', outcome: 'willing' };
const suspended = (reason: unknown) => event({ type: 'request.suspended', reason });
const raw = (body: string) => (visitor: Visitor, number: string) =>
  visitor.send('POST', `/api/mediation-requests/${number}/events`, body, {
    'content-type': 'application/json',
  });
/** Deeper than JSON.stringify itself can go. */
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const REGISTRATIONS: readonly BadCall[] = [
  ['an unknown field', registration({ colour: 'red' }), MALFORMED],
  [
    'an unknown field of a parent',
    registration({ parents: [{ ...parentA, name: 'X' }, parentB] }),
    MALFORMED,
  ],
  ['an unknown field of a child', children({ key: 'c1', birthDate: '2018-05-01', name: 'X' }), MALFORMED],
  ['an unknown court date', registration({ court: { verdictOn: '2026-04-01' } }), MALFORMED],
  ['another type', registration({ type: 'request.closed' }), MALFORMED],
  ['a number of its own', registration({ number: 'MB-2026-500' }), MALFORMED],
  ['an actor of its own', registration({ actor: 'bas' }), MALFORMED],
  ['a clock of its own', registration({ at: '2020-01-01T00:00:00Z' }), MALFORMED],
  ['no kind', registration({ kind: undefined }), MALFORMED],
  ['a kind in lower case', registration({ kind: 'iko' }), MALFORMED],
  ['a kind from a prototype', registration({ kind: 'constructor' }), MALFORMED],
  ['one parent', registration({ parents: [parentA] }), MALFORMED],
  ['three parents', registration({ parents: [parentA, parentB, parentB] }), MALFORMED],
  ['the same parent twice', registration({ parents: [parentA, parentA] }), BROKEN_RULE],
  [
    'two parents who both took the child',
    registration({ parents: [{ ...parentA, role: 'taking' }, parentB] }),
    BROKEN_RULE,
  ],
  ['a parent C', registration({ parents: [parentA, { ...parentB, key: 'C' }] }), MALFORMED],
  ['parents as an object', registration({ parents: { 0: parentA, 1: parentB, length: 2 } }), MALFORMED],
  ['a country that is none', registration({ fromCountry: 'Poland' }), MALFORMED],
  [
    'a language that is none',
    registration({ parents: [{ ...parentA, languages: ['Polish'] }, parentB] }),
    MALFORMED,
  ],
  [
    'a truth that is a word',
    registration({ parents: [{ ...parentA, legalAid: 'yes' }, parentB] }),
    MALFORMED,
  ],
  ['no child', children(), MALFORMED],
  ['a child born on 30 February', children({ key: 'c1', birthDate: '2018-02-30' }), MALFORMED],
  [
    'a child born on 29 February of no leap year',
    children({ key: 'c1', birthDate: '2019-02-29' }),
    MALFORMED,
  ],
  ['a child born in another notation', children({ key: 'c1', birthDate: '01-05-2018' }), MALFORMED],
  ['a child born at a moment', children({ key: 'c1', birthDate: '2018-05-01T00:00:00Z' }), MALFORMED],
  ['a child born in the future', children({ key: 'c1', birthDate: '2026-03-03' }), BROKEN_RULE],
  [
    'a child born in the year 9999',
    children({ key: 'c1', birthDate: '9999-12-31' }),
    [MALFORMED, BROKEN_RULE],
  ],
  ['a child of eighteen and no other', children({ key: 'c1', birthDate: '2008-03-02' }), BROKEN_RULE],
  ['a child born before there were registers', children({ key: 'c1', birthDate: '0018-05-01' }), MALFORMED],
  [
    'two children of one key',
    children({ key: 'c1', birthDate: '2018-05-01' }, { key: 'c1', birthDate: '2019-05-01' }),
    BROKEN_RULE,
  ],
  ['a child with an empty key', children({ key: '', birthDate: '2018-05-01' }), MALFORMED],
  ['a child keyed with U+0000', children({ key: 'c\u0000', birthDate: '2018-05-01' }), MALFORMED],
  ['a child keyed with half a character', children({ key: 'c\ud800', birthDate: '2018-05-01' }), MALFORMED],
  ['a child keyed __proto__', children({ key: '__proto__', birthDate: '2018-05-01' }), MALFORMED],
  [
    'more children than a family has',
    children(...Array.from({ length: 31 }, (_, index) => ({ key: `c${index}`, birthDate: '2018-05-01' }))),
    MALFORMED,
  ],
  [
    'ten thousand children',
    children(...Array.from({ length: 10_000 }, (_, index) => ({ key: `${index}` }))),
    [MALFORMED, '413 too-large'],
  ],
  ['the full chamber before the hearing', court('2026-03-02', '2026-03-26', '2026-03-12'), BROKEN_RULE],
  ['the hearing before the petition', court('2026-03-13', '2026-03-12', '2026-03-26'), BROKEN_RULE],
  ['a hearing on 31 April', court('2026-03-02', '2026-04-31', '2026-05-26'), MALFORMED],
  ['a petition in the year 1', court('0001-01-01', '2026-03-12', '2026-03-26'), MALFORMED],
  [
    'a petition when there was no bureau',
    court('1000-01-01', '2026-03-12', '2026-03-26'),
    [MALFORMED, BROKEN_RULE],
  ],
  [
    'a full chamber in the year 9999',
    court('2026-03-02', '2026-03-12', '9999-12-31'),
    [MALFORMED, BROKEN_RULE],
  ],
  ['a hearing in the year 9999', court('2026-03-02', '9999-12-30', '9999-12-31'), [MALFORMED, BROKEN_RULE]],
  ['everything in the year 9999', court('9999-12-29', '9999-12-30', '9999-12-31'), [MALFORMED, BROKEN_RULE]],
  ['a court date that is null', court(null, '2026-03-12', '2026-03-26'), MALFORMED],
  ['a court that is a list', registration({ court: [] }), MALFORMED],
  ['a case number with spaces', registration({ caseNumber: 'a b' }), MALFORMED],
  ['a case number of a thousand characters', registration({ caseNumber: 'a'.repeat(1000) }), MALFORMED],
];

const EVENTS: readonly BadCall[] = [
  ['no type', event({ parent: 'A' }), MALFORMED],
  ['an unknown type', event({ type: 'request.exploded' }), MALFORMED],
  ['a second registration', event(anIkoRegistration()), MALFORMED],
  ['an event of XState', event({ type: 'xstate.stop' }), MALFORMED],
  ['the start of XState', event({ type: 'xstate.init' }), MALFORMED],
  ['any event', event({ type: '*' }), MALFORMED],
  ['a type from a prototype', event({ type: 'toString' }), MALFORMED],
  ['a type that is __proto__', event({ type: '__proto__' }), MALFORMED],
  ['a type that is a list', event({ type: ['request.closed'] }), MALFORMED],
  ['a type with another case', event({ type: 'Request.Closed' }), MALFORMED],
  ['an unknown field', event({ ...talk, mood: 'good' }), MALFORMED],
  ['an actor of its own', event({ ...talk, actor: 'bas' }), MALFORMED],
  ['a clock of its own', event({ ...talk, at: '2020-01-01T00:00:00Z' }), MALFORMED],
  ['a stamp of its own', event({ ...talk, stamp: { actor: 'bas' } }), MALFORMED],
  [
    'an unknown field in what was decided',
    event({ type: 'directions_hearing.held', decisions: { A: 'yes', B: 'no', C: 'no' } }),
    MALFORMED,
  ],
  ['half a decision', event({ type: 'directions_hearing.held', decisions: { A: 'yes' } }), MALFORMED],
  ['a parent C', event({ ...talk, parent: 'C' }), MALFORMED],
  ['a parent from a prototype', event({ ...talk, parent: 'constructor' }), MALFORMED],
  ['both parents at once', event({ ...talk, parent: ['A', 'B'] }), MALFORMED],
  ['an outcome that is none', event({ ...talk, outcome: 'maybe' }), MALFORMED],
  ['an empty reason', suspended(''), MALFORMED],
  ['a reason of blanks', suspended(' \n '), MALFORMED],
  ['a reason with U+0000', suspended('a\u0000b'), MALFORMED],
  ['a reason with a control character', suspended('a\u0007b'), MALFORMED],
  ['a reason of 501 characters', suspended('x'.repeat(501)), MALFORMED],
  ['a reason that is a number', suspended(5), MALFORMED],
  ['a reason that is a list', suspended(['because']), MALFORMED],
  [
    'a reason ten thousand levels deep',
    raw(`{"type":"request.suspended","reason":${nested(10_000)}}`),
    MALFORMED,
  ],
  ['a body ten thousand levels deep', raw(nested(10_000)), MALFORMED],
  ['an unknown child for the curator', event({ ...steps.curator[0], children: ['c9'] }), BROKEN_RULE],
  ['a child from a prototype', event({ ...steps.curator[0], children: ['constructor'] }), BROKEN_RULE],
  ['no child for the curator', event({ ...steps.curator[0], children: [] }), MALFORMED],
  ['children that are a word', event({ ...steps.curator[0], children: 'c1' }), MALFORMED],
  ['a curator with U+0000', event({ ...steps.curator[0], curator: 'k\u00001' }), MALFORMED],
  [
    'ten thousand children for the curator',
    event({ ...steps.curator[0], children: Array.from({ length: 10_000 }, (_, index) => `c${index}`) }),
    MALFORMED,
  ],
  [
    'an unknown deadline',
    event({ type: 'deadline.overridden', deadline: 'lunch', dueOn: '2026-03-09', reason: 'x' }),
    MALFORMED,
  ],
  [
    'a deadline on 30 February',
    event({ type: 'deadline.overridden', deadline: 'information-talks', dueOn: '2026-02-30', reason: 'x' }),
    MALFORMED,
  ],
  [
    'a deadline in the year 9999',
    event({ type: 'deadline.overridden', deadline: 'information-talks', dueOn: '9999-12-31', reason: 'x' }),
    [MALFORMED, BROKEN_RULE],
  ],
  [
    'a deadline that does not run',
    event({ type: 'deadline.overridden', deadline: 'evaluation-sent', dueOn: '2026-03-09', reason: 'x' }),
    NOT_NOW,
  ],
  [
    'court dates out of order',
    event({ type: 'court.dates_changed', fullChamberHearingOn: '2026-03-11', reason: 'x' }),
    BROKEN_RULE,
  ],
  [
    'court dates in the year 9999',
    event({ type: 'court.dates_changed', fullChamberHearingOn: '9999-12-31', reason: 'x' }),
    [MALFORMED, BROKEN_RULE],
  ],
  ['no court date', event({ type: 'court.dates_changed', reason: 'x' }), BROKEN_RULE],
  ['an outcome before any session', event(steps.noAgreement), NOT_NOW],
  [
    'an outcome with a topic from a prototype',
    event({ ...steps.noAgreement, topics: { constructor: 'agreed', hasOwnProperty: 'not' } }),
    [MALFORMED, NOT_NOW],
  ],
  [
    'a session of minus five minutes',
    event({
      type: 'sessions.planned',
      sessions: [{ no: 1, startsAt: '2026-03-21T09:30:00+01:00', minutes: -5, mode: 'online' }],
    }),
    MALFORMED,
  ],
  [
    'a session without an offset',
    event({
      type: 'sessions.planned',
      sessions: [{ no: 1, startsAt: '2026-03-21T09:30:00', minutes: 60, mode: 'online' }],
    }),
    MALFORMED,
  ],
  [
    'a session at 25:00',
    event({
      type: 'sessions.planned',
      sessions: [{ no: 1, startsAt: '2026-03-21T25:00:00Z', minutes: 60, mode: 'online' }],
    }),
    MALFORMED,
  ],
  [
    'a session on 31 June',
    event({ type: 'session.moved', no: 1, startsAt: '2026-06-31T09:00:00Z', reason: 'x' }),
    MALFORMED,
  ],
  [
    'a session at the end of time',
    event({ type: 'session.moved', no: 1, startsAt: '9999-12-31T23:59:59-14:00', reason: 'x' }),
    [MALFORMED, NOT_NOW],
  ],
  [
    'a session in the year 0',
    event({ type: 'session.moved', no: 1, startsAt: '0000-01-01T00:00:00+14:00', reason: 'x' }),
    [MALFORMED, NOT_NOW],
  ],
  ['one mediator', event({ type: 'mediators.proposed', mediators: ['m01'] }), MALFORMED],
  [
    'an amount of half a cent',
    event({ type: 'funding.settled', parent: 'A', by: 'payment', amountCents: 0.5 }),
    MALFORMED,
  ],
  [
    'a huge amount',
    event({ type: 'funding.settled', parent: 'A', by: 'payment', amountCents: Number.MAX_SAFE_INTEGER }),
    MALFORMED,
  ],
  [
    'an amount as text',
    event({ type: 'funding.settled', parent: 'A', by: 'payment', amountCents: '5' }),
    MALFORMED,
  ],
];

describeApi('what cannot be right is refused and changes nothing', (api) => {
  let number = '';
  let anna: Visitor;
  beforeAll(async () => {
    anna = await api().as('anna');
    number = await anna.opens(anIkoRegistration());
  });

  it.each(REGISTRATIONS)('a registration with %s', async (...call) => {
    expect(await faultsOfRefusal(api(), anna, number, call)).toEqual([]);
  });

  it.each(EVENTS)('an event with %s', async (...call) => {
    expect(await faultsOfRefusal(api(), anna, number, call)).toEqual([]);
  });

  it('says what could be sent instead and why this cannot, in Dutch and in English', async () => {
    const refused = await anna.tell(number, { type: 'request.closed' });
    expect([refused.status, refused.code]).toEqual([409, 'event-not-allowed']);
    const {
      allowed,
      why,
      reasons,
      event: type,
    } = refused.body<{
      allowed: string[];
      why: string;
      event: string;
      reasons: { code: string; nl: string; en: string; basis: string }[];
    }>();
    expect(type).toBe('request.closed');
    expect(why).toBe('The mediation is still running. Record its outcome or its end first.');
    expect(reasons[0]).toEqual({
      code: 'course-ended',
      nl: 'De mediation loopt nog. Leg eerst de uitkomst of het einde vast.',
      en: 'The mediation is still running. Record its outcome or its end first.',
      basis: 'Working method of the Mediation Bureau',
    });
    const view = await anna.view<{ allowed: string[] }>(number);
    expect([...allowed].sort()).toEqual([...view.allowed].sort());
    expect(allowed).toContain('information_talk.held');
    const inDutch = await (await api().as('bas')).tell(number, { type: 'request.closed' });
    expect(inDutch.body()['why']).toBe('De mediation loopt nog. Leg eerst de uitkomst of het einde vast.');
  });

  it('keeps every word of a strange but honest reason', async () => {
    const reason = 'Ze zei: "é, 漢, 👩‍👧, ﷽, \ud800, \' ; DROP TABLE x; -- $1 ? \\u0000" \n\ttot ziens';
    expect((await anna.tell(number, { type: 'request.suspended', reason })).status).toBe(200);
    expect((await anna.tell(number, { type: 'request.resumed', reason: '{}' })).status).toBe(200);
    const history = (await anna.get(`/api/mediation-requests/${number}/history`)).body<{
      entries: { payload: { reason?: string } }[];
    }>();
    expect(history.entries.map(({ payload }) => payload.reason)).toEqual([undefined, reason, '{}']);
  });
});
