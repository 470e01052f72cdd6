import { type Api, describeApi } from '../support/bureau.api';
import { anIkoRegistration } from '../support/request.builder';

const PEOPLE = [
  { username: 'anna', roles: ['coordinator'], language: 'en' as const },
  { username: 'bas', roles: ['coordinator'], language: 'en' as const },
  { username: 'joris', roles: ['jurist'], language: 'en' as const },
  { username: 'fleur', roles: ['jurist'], language: 'en' as const },
  { username: 'noor', roles: ['jurist'], language: 'en' as const },
  { username: 'petra', roles: ['planner'], language: 'en' as const },
  { username: 'pim', roles: ['planner', 'coordinator'], language: 'en' as const },
];

describeApi('a family that comes to the bureau twice', suite, { people: PEOPLE });

const HERS = { key: 'A', role: 'mother', name: 'Fatima el Amrani', birthDate: '1988-03-05' };
const HERS_AGAIN = { key: 'A', role: 'mother', name: 'فاطمة العمراني', birthDate: '1988-03-05' };
const STRANGER = { key: 'A', role: 'mother', name: 'Sanne Hoekstra', birthDate: '1990-01-02' };

async function registered(api: Api, username: string, mother: object) {
  const visitor = await api.as(username);
  const number = await visitor.opens(anIkoRegistration());
  const check = await visitor.post('/api/conflict-checks', {
    kind: 'mediation-request',
    number,
    people: [mother],
  });
  return { visitor, number, check };
}

function suite(api: () => Api): void {
  it('is noticed in another alphabet, and walled off before anybody reads on', async () => {
    const first = await registered(api(), 'anna', HERS);
    const second = await registered(api(), 'bas', HERS_AGAIN);
    expect(first.check.body()['outcome']).toBe('clear');
    expect(second.check.body()['outcome']).toBe('possible');
    expect(second.check.text).not.toContain(first.number);
    expect((await first.visitor.get(`/api/mediation-requests/${second.number}`)).status).toBe(404);
    expect((await second.visitor.get(`/api/mediation-requests/${first.number}`)).status).toBe(404);
    expect((await first.visitor.get(`/api/mediation-requests/${first.number}`)).status).toBe(200);

    const petra = await api().as('petra');
    const [open] = (await petra.get('/api/conflict-checks')).body<{
      items: { id: string; checkedBy: string }[];
    }>().items;
    expect(open?.checkedBy).toBe('bas');
    const decided = await petra.post(`/api/conflict-checks/${open?.id}/decision`, {
      decision: 'no-conflict',
      reason: 'One request of the same couple, registered twice.',
    });
    expect(decided.status).toBe(200);
    expect((await first.visitor.get(`/api/mediation-requests/${second.number}`)).status).toBe(200);
  });

  it('a stranger makes no wall', async () => {
    const { check } = await registered(api(), 'anna', STRANGER);
    expect(check.body()['outcome']).toBe('clear');
  });

  it('who checked does not decide about it', async () => {
    const pim = await api().as('pim');
    const number = await pim.opens(anIkoRegistration());
    await pim.post('/api/conflict-checks', { kind: 'mediation-request', number, people: [HERS] });
    const checks = (await pim.get('/api/conflict-checks')).body<{
      items: { id: string; checkedBy: string }[];
    }>();
    const own = checks.items.find(({ checkedBy }) => checkedBy === 'pim');
    const decision = { decision: 'no-conflict', reason: 'I know them.' };
    expect((await pim.post(`/api/conflict-checks/${own?.id}/decision`, decision)).code).toBe('own-check');
  });

  it('an emergency opens the other side for an hour, the planner is told, and who could see it is known', async () => {
    const first = await registered(api(), 'anna', HERS);
    const second = await registered(api(), 'bas', HERS_AGAIN);
    const file = { kind: 'mediation-request', number: second.number };
    const glass = await first.visitor.post('/api/broken-glasses', {
      ...file,
      reason: 'The child is at the airport and nobody else is in.',
    });
    expect(glass.status).toBe(201);
    expect((await first.visitor.get(`/api/mediation-requests/${second.number}`)).status).toBe(200);
    const petra = await api().as('petra');
    const told = (await petra.get('/api/broken-glasses')).body<{ items: { id: string; account: string }[] }>()
      .items;
    expect(told.map(({ account }) => account)).toEqual(['anna']);
    const access = await petra.get(`/api/files/mediation-request/${second.number}/access`);
    expect(access.text).toContain('"capacity":"breakglass"');
    const review = await petra.post(`/api/broken-glasses/${told[0]?.id}/review`, {
      finding: 'Rightly done.',
    });
    expect(review.status).toBe(200);
  });

  it('at the advice desk both parents get a handler of their own, and no deputy crosses the line', async () => {
    const aCase = { line: 2, code: 'prevention', callerType: 'parent' };
    const mother = { key: 'm', role: 'caller', name: 'Oksana Melnichenko' };
    const father = { key: 'f', role: 'parent', name: 'Mykola Kravchenko' };
    const opens = async (username: string, body: object) =>
      (await (await api().as(username)).post('/api/cases', { ...aCase, ...body })).body();
    const hers = await opens('joris', { callerRole: 'mother', people: [mother, father] });
    const his = await opens('fleur', {
      callerRole: 'father',
      people: [
        { key: 'a', role: 'caller', name: 'Микола Кравченко' },
        { key: 'b', role: 'parent', name: 'Oxana Melnitsjenko' },
      ],
    });
    expect([hers['conflict'], his['conflict']]).toEqual(['clear', 'possible']);

    const petra = await api().as('petra');
    const crossing = await petra.post(`/api/cases/${String(his['number'])}/deputy`, { deputy: 'joris' });
    expect([crossing.status, crossing.code]).toEqual([422, 'not-available-for-this-file']);
    expect(crossing.text).not.toContain(String(hers['number']));
    const assigned = await petra.post(`/api/cases/${String(his['number'])}/assign`, { handler: 'noor' });
    expect(assigned.status).toBe(200);
    // Whoever handled it stays on that side; who handles it now stands there too.
    for (const username of ['fleur', 'noor']) {
      const visitor = await api().as(username);
      expect((await visitor.get(`/api/cases/${String(hers['number'])}`)).status).toBe(404);
      expect((await visitor.get('/api/cases')).text).not.toContain(String(hers['number']));
    }
    const seen = (await petra.get(`/api/cases/${String(hers['number'])}`)).body();
    expect(Object.keys(seen).toSorted()).toEqual(['handler', 'line', 'number', 'state']);
    const past = (await petra.get(`/api/files/case/${String(his['number'])}/access`)).body<{
      people: { account: string; capacity: string }[];
    }>().people;
    expect(past.map(({ account, capacity }) => `${account} ${capacity}`)).toContain('noor handler');
  });

  it('a check that does not fit says what does', async () => {
    const anna = await api().as('anna');
    const answer = await anna.post('/api/conflict-checks', {
      kind: 'case',
      people: [{ key: 'A', role: 'aunt' }],
    });
    expect(answer.status).toBe(400);
    const unknown = await anna.post('/api/conflict-checks', {
      kind: 'case',
      number: '2026-99999',
      people: [],
    });
    expect([unknown.status, unknown.code]).toEqual([404, 'unknown-file']);
  });
}
