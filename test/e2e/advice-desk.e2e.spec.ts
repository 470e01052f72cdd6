import { VerifyCases } from '@bureau/casework';
import { describeApi, STAFF } from '../support/bureau.api';
import { anIkoRegistration } from '../support/request.builder';

const PEOPLE = [
  ...STAFF,
  { username: 'jet', roles: ['jurist'], language: 'en' as const },
  { username: 'saar', roles: ['student'], language: 'en' as const },
  { username: 'piet', roles: ['planner'], language: 'en' as const },
];

const ABDUCTION = {
  line: 2,
  code: 'international_child_abduction',
  callerType: 'parent',
  callerRole: 'father',
  takingPerson: 'mother',
  fromCountry: 'NL',
  toCountry: 'PL',
  children: ['2019-04-01'],
  courtNumber: 'C/09/654321',
  people: [
    { key: 'caller', role: 'caller', name: 'Jarosław Żółkiewski', otherNames: ['van den Berg'] },
    { key: 'child-1', role: 'child', name: 'Zofia', birthDate: '2019-04-01' },
  ],
};
const HOLIDAY = { line: 1, code: 'holiday_consent', callerType: 'parent', callerRole: 'mother' };
const OFFER = {
  kind: 'IKO',
  consentBy: 'the father, by telephone',
  consentOn: '2026-03-02',
  facts: {
    parent: 'father',
    contact: { name: 'J. Żółkiewski', phone: '+31612345678' },
    wish: 'to speak before the hearing',
    languages: ['pl', 'nl'],
    isSafetyConcern: true,
  },
};

describeApi(
  'the advice desk',
  (api) => {
    const as = (name: string) => api().as(name);
    const path = (number: string, part = '') => `/api/cases/${number}${part}`;
    const opened = async (who: string, body: object = ABDUCTION): Promise<string> => {
      const answer = await (await as(who)).post('/api/cases', body);
      if (answer.status !== 201) throw new Error(answer.summary);
      return String(answer.body()['number']);
    };
    const listed = async (who: string, query: string): Promise<readonly Record<string, unknown>[]> => {
      const answer = await (await as(who)).get(`/api/cases${query}`);
      if (answer.status !== 200) throw new Error(answer.summary);
      return answer.body<{ items: Record<string, unknown>[] }>().items;
    };

    beforeEach(() => api().on('2026-03-02'));

    it('gives out numbers of the year, and opens a case for whoever took the call', async () => {
      const number = await opened('joris');
      expect(number).toMatch(/^2026-\d{5}$/);
      const view = (await (await as('joris')).get(path(number))).body();
      expect(view).toMatchObject({
        number,
        handler: 'joris',
        state: 'open',
        direction: 'outgoing',
        treaty: { inForce: true, verified: false },
        people: [{ name: 'Jarosław Żółkiewski' }, { name: 'Zofia' }],
      });
      const next = await opened('joris');
      expect(Number(next.slice(5))).toBe(Number(number.slice(5)) + 1);
    });

    it('plans a follow-up two weeks after the first talk, which the next talk meets', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      const mail = await joris.post(path(number, '/contacts'), { channel: 'email' });
      expect(mail.body()).toMatchObject({ state: 'open', followUpDue: null });
      const first = await joris.post(path(number, '/contacts'), { channel: 'phone', minutes: 25 });
      expect(first.status).toBe(201);
      expect(first.body()).toMatchObject({ state: 'follow_up', followUpDue: '2026-03-16' });
      const again = await joris.post(path(number, '/contacts'), { channel: 'phone' });
      expect(again.body()).toMatchObject({ followUpDue: '2026-03-16' });
      expect(await listed('joris', '?due=2026-03-16')).toEqual(
        expect.arrayContaining([expect.objectContaining({ number, followUpDue: '2026-03-16' })]),
      );
      api().on('2026-03-12');
      const held = await (await as('joris')).post(path(number, '/contacts'), { channel: 'phone' });
      expect(held.body()).toMatchObject({ followUpDue: null });
      const view = (await (await as('joris')).get(path(number))).body();
      expect(view['followUp']).toMatchObject({
        plannedWithin: 14,
        heldWithin: 10,
        metOn: '2026-03-12',
        verdict: 'held_in_time',
      });
      expect(view['contacts']).toHaveLength(4);
    });

    it('moves a follow-up with a reason, and says when it was missed', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      await joris.post(path(number, '/contacts'), { channel: 'phone' });
      const past = await joris.post(path(number, '/follow-up'), { dueOn: '2026-03-01', reason: 'ill' });
      expect([past.status, past.code]).toEqual([422, 'rule-broken']);
      const moved = await joris.post(path(number, '/follow-up'), { dueOn: '2026-03-20', reason: 'abroad' });
      expect(moved.body()).toMatchObject({ followUpDue: '2026-03-20' });
      api().on('2026-03-21');
      const view = (await (await as('joris')).get(path(number))).body();
      expect(view['followUp']).toMatchObject({
        verdict: 'missed',
        plannedWithin: 18,
        movedBecause: 'abroad',
      });
    });

    it('closes with a reason, takes nothing more then, and opens again', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      expect((await joris.post(path(number, '/close'), { reason: 'resolved' })).body()).toMatchObject({
        state: 'closed',
      });
      const late = await joris.post(path(number, '/contacts'), { channel: 'phone' });
      expect([late.status, late.code]).toEqual([409, 'event-not-allowed']);
      expect(late.body()['allowed']).toEqual(['case.revised', 'case.people_changed', 'case.reopened']);
      const again = await joris.post(path(number, '/reopen'), { reason: 'she called again' });
      expect(again.body()).toMatchObject({ state: 'open' });
      expect((await joris.post(path(number, '/referrals'), { partner: 'sirene' })).status).toBe(201);
    });

    it('applies a call once under its key, and none that was decided on an old revision', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      const call = () =>
        joris.post(path(number, '/contacts'), { channel: 'phone' }, { 'idempotency-key': `key-${number}` });
      const [first, second] = [await call(), await call()];
      expect(second.text).toBe(first.text);
      const view = (await joris.get(path(number))).body();
      expect(view['contacts']).toHaveLength(1);
      const stale = await joris.post(path(number, '/close'), { reason: 'resolved' }, { 'if-match': '"1"' });
      expect([stale.status, stale.code]).toEqual([409, 'stale-revision']);
    });

    it('counts twenty calls at once as twenty', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      const calls = await Promise.all(
        Array.from({ length: 20 }, () => joris.post(path(number, '/contacts'), { channel: 'phone' })),
      );
      expect(calls.map(({ status }) => status)).toEqual(new Array(20).fill(201));
      expect((await joris.get(path(number))).body()['contacts']).toHaveLength(20);
    });

    it('shows a colleague that a case exists, and nothing of what is in it', async () => {
      const number = await opened('joris');
      const bare = { number, line: 2, state: 'open', handler: 'joris' };
      for (const who of ['jet', 'saar', 'piet']) {
        const visitor = await as(who);
        expect((await visitor.get(path(number))).body()).toEqual(bare);
        expect(await listed(who, `?q=${number}`)).toEqual([bare]);
      }
      for (const who of ['jet', 'saar']) {
        const visitor = await as(who);
        expect((await visitor.get(path(number, '/history'))).status).toBe(403);
        const tried = await visitor.post(path(number, '/contacts'), { channel: 'phone' });
        expect([tried.status, tried.code]).toEqual([403, 'not-your-role']);
      }
      for (const who of ['anna', 'mia', 'dina', 'adam'])
        expect((await (await as(who)).get(path(number))).status).toBe(403);
      expect((await (await as('jet')).get(path('2026-99999'))).status).toBe(404);
    });

    it('finds a case by a name only for who may read it: a question about content is no way in', async () => {
      const number = await opened('joris');
      for (const q of ['zolkiewski', 'Żółk', 'jaros żół', 'berg', '654321', 'c09654321'])
        expect(
          (await listed('joris', `?q=${encodeURIComponent(q)}&limit=200`)).map((row) => row['number']),
        ).toContain(number);
      expect(await listed('joris', '?q=nobody')).toEqual([]);
      for (const query of [
        '?q=zolkiewski',
        '?q=654321',
        '?code=international_child_abduction',
        '?due=2027-01-01',
      ])
        for (const who of ['jet', 'piet']) expect(await listed(who, query)).toEqual([]);
    });

    it('forgets a name that was corrected', async () => {
      const number = await opened('joris');
      const joris = await as('joris');
      const people = [{ key: 'caller', role: 'caller', name: 'Unique Newname' }];
      const put = await joris.send('PUT', path(number, '/people'), JSON.stringify({ people }), {
        'content-type': 'application/json',
      });
      expect(put.status).toBe(200);
      expect((await listed('joris', '?q=newname')).map((row) => row['number'])).toEqual([number]);
      expect((await listed('joris', '?q=zolkiewski&limit=200')).map((row) => row['number'])).not.toContain(
        number,
      );
      expect((await joris.get(path(number))).body()['people']).toHaveLength(1);
    });

    it('gives line 1 to students, all of it, and line 2 to none of them', async () => {
      const number = await opened('sam', HOLIDAY);
      const saar = await as('saar');
      expect((await saar.get(path(number))).body()).toMatchObject({ code: 'holiday_consent' });
      expect((await saar.post(path(number, '/contacts'), { channel: 'phone' })).body()).toMatchObject({
        state: 'open',
        followUpDue: null,
      });
      expect((await saar.post('/api/cases', ABDUCTION)).status).toBe(403);
      expect((await (await as('joris')).get(path(number))).body()).not.toHaveProperty('code');
    });

    it('lets a planner give a case away, and no longer shows it to who had it', async () => {
      const number = await opened('joris');
      const piet = await as('piet');
      expect((await piet.post(path(number, '/assign'), { handler: 'sam' })).status).toBe(422);
      expect((await piet.post(path(number, '/assign'), { handler: 'jet' })).body()).toEqual({
        number,
        revision: 2,
        state: 'open',
      });
      expect((await (await as('joris')).get(path(number))).body()).not.toHaveProperty('people');
      expect((await (await as('jet')).get(path(number))).body()).toHaveProperty('people');
      expect((await piet.post(path(number, '/deputy'), { deputy: 'joris' })).status).toBe(200);
      expect((await (await as('joris')).get(path(number))).body()).toHaveProperty('people');
      expect((await (await as('joris')).post(path(number, '/assign'), { handler: 'joris' })).status).toBe(
        403,
      );
    });

    it('pages through its cases without losing or repeating one', async () => {
      for (let i = 0; i < 5; i += 1) await opened('jet', { ...ABDUCTION, people: [] });
      const jet = await as('jet');
      const seen: unknown[] = [];
      let cursor = '';
      do {
        const page = (await jet.get(`/api/cases?own=1&limit=2${cursor}`)).body<{
          items: { number: string }[];
          next: string | null;
        }>();
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.next ? `&cursor=${page.next}` : '';
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual([...seen].sort().reverse());
      expect(seen.length).toBeGreaterThanOrEqual(5);
      expect((await jet.get('/api/cases?cursor=nonsense')).status).toBe(400);
    });

    describe('hands a case over to mediation', () => {
      it('with consent and the facts of the list; the advice file stays closed to the bureau', async () => {
        const number = await opened('joris');
        const offer = await (await as('joris')).post(path(number, '/handover'), OFFER);
        expect(offer.status).toBe(201);
        const id = String(offer.body()['handover']);
        const anna = await as('anna');
        const { items } = (await anna.get('/api/handovers')).body<{ items: Record<string, unknown>[] }>();
        const waiting = items.find((one) => one['id'] === id);
        expect(waiting).toMatchObject({
          state: 'offered',
          facts: { children: ['2019-04-01'], wish: 'to speak before the hearing', isSafetyConcern: true },
        });
        expect(JSON.stringify(waiting)).not.toContain(number);
        expect(JSON.stringify(waiting)).not.toContain('654321');
        expect((await anna.get(path(number))).status).toBe(403);
        expect((await (await as('jet')).get('/api/handovers')).status).toBe(403);

        const asked = await anna.post(`/api/handovers/${id}/ask-back`, { reason: 'which language?' });
        expect(asked.body()).toMatchObject({ state: 'asked_back' });
        const stranger = await (await as('jet')).post(`/api/handovers/${id}/answer`, { reason: 'no' });
        expect([stranger.status, stranger.code]).toEqual([404, 'unknown-handover']);
        const answered = await (await as('joris')).post(`/api/handovers/${id}/answer`, { reason: 'Polish' });
        expect(answered.status).toBe(200);

        const accepted = await anna.post(`/api/handovers/${id}/accept`, {
          registration: anIkoRegistration(),
        });
        expect(accepted.body()).toMatchObject({
          state: 'accepted',
          request: expect.stringMatching(/^MB-2026-/),
        });
        const twice = await anna.post(`/api/handovers/${id}/accept`, { registration: anIkoRegistration() });
        expect([twice.status, twice.code]).toEqual([409, 'event-not-allowed']);

        const view = (await (await as('joris')).get(path(number))).body();
        expect(view).toMatchObject({
          state: 'handed_over',
          closed: { reason: 'handed_to_mediation' },
          handovers: [{ id, state: 'accepted', mediation: 'not_started' }],
        });
        expect(JSON.stringify(view['handovers'])).not.toContain('MB-2026');
      });

      it('from both parents, which meet in one request with both sources', async () => {
        const anna = await as('anna');
        const request = await anna.opens(anIkoRegistration());
        for (const who of ['joris', 'jet']) {
          const number = await opened(who);
          const offer = await (await as(who)).post(path(number, '/handover'), OFFER);
          const id = String(offer.body()['handover']);
          const unknown = await anna.post(`/api/handovers/${id}/accept`, { request: 'MB-1999-001' });
          expect(unknown.status).toBe(422);
          expect((await anna.post(`/api/handovers/${id}/accept`, { request })).status).toBe(200);
        }
        const { items } = (await anna.get(`/api/handovers?request=${request}`)).body<{ items: object[] }>();
        expect(items).toHaveLength(2);
        expect(items).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ offeredBy: 'joris' }),
            expect.objectContaining({ offeredBy: 'jet' }),
          ]),
        );
      });

      it('not without two countries, not twice at a time, not on line 1', async () => {
        const home = await opened('joris', { ...ABDUCTION, toCountry: 'NL' });
        const joris = await as('joris');
        expect((await joris.post(path(home, '/handover'), OFFER)).status).toBe(422);
        const number = await opened('joris');
        const id = String((await joris.post(path(number, '/handover'), OFFER)).body()['handover']);
        expect((await joris.post(path(number, '/handover'), OFFER)).status).toBe(409);
        expect((await joris.post(path(number, '/close'), { reason: 'resolved' })).status).toBe(409);
        expect(
          (await joris.post(`/api/handovers/${id}/withdraw`, { reason: 'they talk again' })).status,
        ).toBe(200);
        expect((await joris.post(path(number, '/handover'), OFFER)).status).toBe(201);
      });

      it('warns that a request for contact can shut the door on a return', async () => {
        const number = await opened('joris');
        const answer = await (await as('joris')).post(path(number, '/revise'), { caRequest: 'contact' });
        expect(answer.body()['warnings']).toEqual(['contact-request-may-shut-door-on-return']);
      });
    });

    it('counts questions about mediation apart, and remembers which became a request', async () => {
      const anna = await as('anna');
      const ask = () => anna.post('/api/information-requests', { asker: 'lawyer', channel: 'phone' });
      const [first, second] = [await ask(), await ask()];
      expect([first.status, first.body()['id']]).toEqual([201, '2026-03-02|lawyer|phone|1']);
      expect(second.body()['id']).toBe('2026-03-02|lawyer|phone|2');
      const request = await anna.opens(anIkoRegistration());
      const link = (id: unknown, number: string) =>
        anna.post(`/api/information-requests/${encodeURIComponent(String(id))}/request`, { request: number });
      expect((await link(first.body()['id'], request)).status).toBe(200);
      expect((await link(first.body()['id'], 'MB-1999-001')).status).toBe(404);
      expect((await link('2026-03-02|lawyer|phone|9', request)).status).toBe(404);
      const { items } = (await anna.get('/api/information-requests?year=2026')).body<{ items: object[] }>();
      expect(items).toMatchObject([{ request }, { request: null }]);
      expect((await (await as('joris')).get('/api/information-requests?year=2026')).status).toBe(403);
    });

    it('leaves histories that fold to what is stored', async () => {
      const { checked, failures } = await api().app.get(VerifyCases).execute();
      expect(failures).toEqual([]);
      expect(checked).toBeGreaterThan(10);
    });
  },
  { people: PEOPLE },
);
