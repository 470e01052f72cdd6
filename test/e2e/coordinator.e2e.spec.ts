import { EnsureFirstAccount } from '@bureau/access';
import { VerifyRequests } from '@bureau/mediation';
import { describeApi, STAFF } from '../support/bureau.api';
import { faultsOfDiagram } from '../support/mermaid.checker';
import { aNikoRegistration, anIkoRegistration, steps } from '../support/request.builder';
import { FULL_AGREEMENT } from '../support/whole.story';

interface View {
  readonly phase: string;
  readonly revision: number;
  readonly assignee: string;
  readonly ended: { how: string; stage: string; on: string } | null;
  readonly closedOn: string | null;
  readonly deadlines: readonly { kind: string; state: string; due: string; metOn: string | null }[];
  readonly allowed: readonly string[];
  readonly blocked: readonly { type: string; why: string }[];
}

interface Entry {
  readonly position: number;
  readonly type: string;
  readonly actor: string;
  readonly on: string;
  readonly label: string;
}

describeApi(
  'the coordinator leads a request from registration to closure',
  (api) => {
    it('prints the way in once, to whoever starts an empty bureau, and lets them add nobody twice', async () => {
      const first = await api().app.get(EnsureFirstAccount).execute();
      if (first.outcome !== 'made') throw new Error(first.outcome);
      const admin = await api().as('admin', first.password);
      expect((await admin.get('/api/session')).body()).toEqual({
        username: 'admin',
        displayName: 'Admin',
        roles: ['admin', 'coordinator'],
        language: 'nl',
        secondFactor: 'off',
      });
      expect(await api().app.get(EnsureFirstAccount).execute()).toEqual({ outcome: 'not-needed' });
      expect((await admin.register(aNikoRegistration())).status).toBe(201);
      for (const person of STAFF) await api().hire(person);
      await expect(api().hire({ username: 'anna', roles: ['student'] })).rejects.toThrow('username-taken');
    });

    it('tells the whole story of an abduction, with its phases, to a full agreement and a closed file', async () => {
      api().on('2026-03-02');
      const anna = await api().as('anna');
      const registered = await anna.register(anIkoRegistration());
      expect(registered.status).toBe(201);
      const { number, phase } = registered.body<{ number: string; phase: string }>();
      expect(number).toMatch(/^MB-2026-\d{3}$/);
      expect(phase).toBe('request');
      expect(registered.headers.get('location')).toBe(`/api/mediation-requests/${number}`);
      expect(registered.headers.get('etag')).toBe('"1"');

      let revision = 1;
      let today = '2026-03-02';
      for (const [day, who, event, expected] of FULL_AGREEMENT) {
        if (day !== today) api().on((today = day));
        const visitor = await api().as(who);
        const answer = await visitor.tell(number, event, { 'if-match': `"${revision}"` });
        revision += 1;
        expect({ event, answer: answer.status === 200 ? answer.body()['phase'] : answer.summary }).toEqual({
          event,
          answer: expected,
        });
        expect(answer.headers.get('etag')).toBe(`"${revision}"`);
      }

      const view = await (await api().as('anna')).view<View>(number);
      expect(view).toMatchObject({
        phase: 'closed',
        revision: FULL_AGREEMENT.length + 1,
        assignee: 'anna',
        ended: { how: 'outcome_recorded', stage: 'in_sessions', on: '2026-03-23' },
        closedOn: '2026-03-27',
        allowed: [],
      });
      const metOn = Object.fromEntries(view.deadlines.map(({ kind, metOn: on }) => [kind, on]));
      expect(metOn).toMatchObject({
        'request-acknowledged': '2026-03-12',
        'hearing-result': '2026-03-12',
        'information-talks': '2026-03-12',
        'agreement-to-mediate': '2026-03-16',
        'mediators-matched': '2026-03-16',
        funding: '2026-03-17',
        information: '2026-03-17',
        'curator-asked': '2026-03-13',
        'curator-appointed': '2026-03-17',
        'curator-report': '2026-03-19',
        'child-interview-report': '2026-03-20',
        'first-session': '2026-03-22',
        'court-status': '2026-03-23',
        'court-result': '2026-03-23',
        'evaluation-sent': '2026-03-24',
      });
      const waiting = view.deadlines.filter(({ state }) => state === 'open').map(({ kind }) => kind);
      expect(waiting).toEqual([]);

      const history = (await (await api().as('anna')).get(`/api/mediation-requests/${number}/history`)).body<{
        entries: Entry[];
      }>();
      expect(history.entries.map(({ position }) => position)).toEqual(
        Array.from({ length: revision }, (_, index) => index + 1),
      );
      expect(history.entries.slice(1).map(({ on, actor, type }) => ({ on, actor, type }))).toEqual(
        FULL_AGREEMENT.map(([on, actor, event]) => ({ on, actor, type: (event as { type: string }).type })),
      );

      const diagram = await (await api().as('bas')).get(`/api/mediation-requests/${number}/diagram`);
      expect(diagram.mediaType).toBe('text/vnd.mermaid');
      expect(faultsOfDiagram(diagram.text)).toEqual([]);
      expect(diagram.text).toMatch(/class \w*file_closed now/);
    });

    it('has the file reopened by a colleague, and not by whoever closed it', async () => {
      api().on('2026-04-01');
      const anna = await api().as('anna');
      const number = await anna.opens(aNikoRegistration());
      await anna.tellAll(number, [
        { type: 'request.not_started', reason: 'parent_declined', by: 'B' },
        { type: 'request.closed' },
      ]);
      const reopening = { type: 'request.reopened', reason: 'the wrong reason was coded' };
      const own = await anna.tell(number, reopening);
      expect(own.status).toBe(409);
      expect(own.body()['reasons']).toMatchObject([{ code: 'second-pair-of-eyes' }]);
      expect((await anna.view<View>(number)).phase).toBe('closed');
      const bas = await api().as('bas');
      expect((await bas.tell(number, reopening)).status).toBe(200);
      expect(await bas.view<View>(number)).toMatchObject({ closedOn: null });
      expect((await bas.tell(number, { type: 'request.closed' })).status).toBe(200);
    });

    it('stops a case without abduction after the intake', async () => {
      api().on('2026-04-02');
      const anna = await api().as('anna');
      const number = await anna.opens(aNikoRegistration());
      expect(
        (await anna.tell(number, { type: 'request.stopped_after_intake', reason: 'safety' })).status,
      ).toBe(409);
      await anna.tellAll(number, [
        ...steps.talks,
        ...steps.screenings,
        ...steps.signatures,
        ...steps.pair,
        { type: 'intake.held', parent: 'A', result: 'suitable' },
        { type: 'intake.held', parent: 'B', result: 'unsuitable' },
      ]);
      expect((await anna.tell(number, { type: 'request.not_started', reason: 'other' })).status).toBe(409);
      await anna.tellAll(number, [
        { type: 'request.stopped_after_intake', reason: 'unsuitable' },
        { type: 'result.reported', to: 'counsel', category: 'stopped_after_intake' },
        { type: 'request.closed' },
      ]);
      expect(await anna.view<View>(number)).toMatchObject({
        phase: 'closed',
        ended: { how: 'stopped_after_intake', stage: 'after_intake' },
      });
    });

    const untilPlan = [
      ...steps.talks,
      ...steps.screenings,
      ...steps.signatures,
      ...steps.pair,
      ...steps.intakes,
      ...steps.funding,
    ];
    it.each([
      ['before the intake', 'before_intake', []],
      ['between the talks and the signatures', 'before_intake', steps.talks],
      ['after an intake', 'after_intake', untilPlan],
    ])(
      'lets a parent withdraw %s, and ends the request at the stage it has reached',
      async (_, stage, before) => {
        api().on('2026-04-03');
        const anna = await api().as('anna');
        const number = await anna.opens(aNikoRegistration());
        await anna.tellAll(number, [...before, { type: 'request.withdrawn', by: 'A', reason: 'reconciled' }]);
        expect((await anna.view<View>(number)).ended).toEqual({ how: 'withdrawn', stage, on: '2026-04-03' });
        const late = await anna.tell(number, { type: 'information.received', parent: 'A' });
        expect([late.status, late.code]).toEqual([409, 'event-not-allowed']);
        expect((await anna.tell(number, { type: 'request.closed' })).status).toBe(200);
      },
    );

    it('lets a parent withdraw during the sessions, and frees the mediators of what was still planned', async () => {
      api().on('2026-04-04');
      const anna = await api().as('anna');
      const number = await anna.opens(aNikoRegistration());
      const session = (no: number, startsAt: string) => ({ no, startsAt, minutes: 120, mode: 'online' });
      await anna.tellAll(number, [
        ...untilPlan,
        {
          type: 'sessions.planned',
          sessions: [session(1, '2026-04-05T10:00:00+02:00'), session(2, '2026-04-06T10:00:00+02:00')],
        },
        { type: 'session.held', no: 1, mode: 'online', present: ['A', 'B'] },
        { type: 'request.withdrawn', by: 'B', reason: 'no trust' },
      ]);
      expect((await anna.view<View>(number)).ended?.stage).toBe('in_sessions');
      const booked = await api().database.read(
        'select distinct session_no from booking_slot where request = ?',
        [number],
      );
      expect(booked).toEqual([{ session_no: 1 }]);
    });

    it('leaves a database in which every file verifies', async () => {
      const { checked, failures } = await api().app.get(VerifyRequests).execute();
      expect(failures).toEqual([]);
      expect(checked).toBeGreaterThan(7);
    });
  },
  { people: [] },
);
