import { DueJobs } from '@bureau/platform';
import { DatabaseWalls } from '../../libs/access/adapters/persistence/database-walls';
import { type Api, describeApi } from '../support/bureau.api';
import { aNikoRegistration } from '../support/request.builder';
import { A_QUESTION, AN_OFFER, DOORS, type HiddenFile, leaksThrough } from '../support/walls/door.walk';

const MOTHER = { key: 'A', role: 'mother', name: 'Fatima el Amrani', birthDate: '1988-03-05' };
const MOTHER_AGAIN = { key: 'A', role: 'mother', name: 'فاطمة العمراني', birthDate: '1988-03-05' };

const A_CASE = {
  line: 2,
  code: 'international_contact',
  callerType: 'parent',
  fromCountry: 'NL',
  toCountry: 'UA',
};
const HER_CASE = {
  ...A_CASE,
  callerRole: 'mother',
  people: [
    { key: 'caller', role: 'caller', name: 'Oksana Melnichenko', birthDate: '1990-06-07' },
    { key: 'parent-2', role: 'parent', name: 'Mykola Kravchenko' },
  ],
};
const HIS_CASE = {
  ...A_CASE,
  callerRole: 'father',
  people: [
    { key: 'caller', role: 'caller', name: 'Микола Кравченко', phone: '06-12345678' },
    { key: 'parent-2', role: 'parent', name: 'Oxana Melnitsjenko' },
  ],
};

/** Everybody with a role, and two hats at once. Anna and bas come to one side each before there is a wall. */
const PEOPLE = [
  { username: 'anna', roles: ['coordinator'], language: 'en' as const },
  { username: 'bas', roles: ['coordinator', 'jurist'], language: 'en' as const },
  { username: 'mia', roles: ['mediator'], language: 'en' as const, person: 'm01' },
  { username: 'kim', roles: ['curator'], language: 'en' as const, person: 'k1' },
  { username: 'sam', roles: ['student'], language: 'en' as const },
  { username: 'fleur', roles: ['jurist'], language: 'en' as const },
  { username: 'dina', roles: ['director'], language: 'en' as const },
];

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Files of the page that describes the doors, and the way to it. */
const OF_THE_DOCUMENTATION = /^get \/api\/docs(-yaml|\/.*)$|^(post|put|patch|delete) \/$/;

/** Every route that the program really has, as its router names it. */
function routesOf(api: Api): readonly string[] {
  const express = api.app.getHttpAdapter().getInstance() as { router: { stack: ExpressLayer[] } };
  return express.router.stack
    .flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${String(route.path)}`) : [],
    )
    .filter((route) => /^(get|post|put|patch|delete) /.test(route))
    .filter((route) => !OF_THE_DOCUMENTATION.test(route));
}

describeApi('the walk along every door', suite, { people: PEOPLE, at: '2026-03-02T09:00:00Z' });

function suite(api: () => Api): void {
  let hers = '';
  let his = '';
  let hidden: readonly { readonly from: string; readonly file: HiddenFile }[] = [];

  /** Two requests of one family, each with its coordinator, with tasks and a digest of the morning; then the wall. */
  beforeAll(async () => {
    hers = await (await api().as('anna')).opens(aNikoRegistration());
    his = await (await api().as('bas')).opens(aNikoRegistration());
    api().on('2026-04-20');
    await api().app.get(DueJobs, { strict: false }).execute();
    await morningDigest('anna', [hers, his]);
    const bas = await api().as('bas');
    const question = { receivedOn: '2026-04-19', asker: 'lawyer', channel: 'email' };
    expect((await bas.post('/api/information-requests', question)).body()['id']).toBe(A_QUESTION);
    const came = await bas.post(`/api/information-requests/${encodeURIComponent(A_QUESTION)}/request`, {
      request: his,
    });
    expect(came.status).toBe(200);
    const tasks = await api().database.read<{ id: string; subject: string }>('SELECT id, subject FROM task');
    const taskOf = (number: string) => tasks.find(({ subject }) => subject === number)?.id ?? null;
    const check = async (username: string, number: string, mother: object) =>
      (await api().as(username)).post('/api/conflict-checks', {
        kind: 'mediation-request',
        number,
        people: [mother],
      });
    await check('anna', hers, MOTHER);
    expect((await check('bas', his, MOTHER_AGAIN)).body()['outcome']).toBe('possible');
    const file = (number: string, secrets: readonly string[]): HiddenFile => ({
      name: { kind: 'mediation-request', number },
      absent: 'MB-2026-998',
      secrets,
      task: taskOf(number),
      handover: null,
    });
    const fleur = await api().as('fleur');
    const herCase = String((await fleur.post('/api/cases', HER_CASE)).body()['number']);
    const offered = await fleur.post(`/api/cases/${herCase}/handover`, AN_OFFER);
    expect(offered.status).toBe(201);
    const hisCase = (await (await api().as('bas')).post('/api/cases', HIS_CASE)).body();
    expect(hisCase['conflict']).toBe('possible');
    const caseFile = (number: string, secrets: readonly string[], handover: string | null): HiddenFile => ({
      name: { kind: 'case', number },
      absent: '2026-99998',
      secrets,
      task: null,
      handover,
    });
    const hersAtTheDesk = caseFile(herCase, ['Oksana Melnichenko'], String(offered.body()['handover']));
    hidden = [
      { from: 'anna', file: file(his, [String(MOTHER_AGAIN.name)]) },
      { from: 'bas', file: file(hers, [MOTHER.name]) },
      ...['mia', 'kim', 'sam', 'dina'].flatMap((from) => [{ from, file: file(hers, [MOTHER.name]) }]),
    ];
    expect(hidden.every(({ file: { task } }) => task !== null)).toBe(true);
    hidden = [
      ...hidden,
      { from: 'bas', file: hersAtTheDesk },
      { from: 'fleur', file: caseFile(String(hisCase['number']), ['Микола Кравченко', '06-12345678'], null) },
      ...['mia', 'kim', 'dina'].map((from) => ({ from, file: hersAtTheDesk })),
    ];
  });

  /** What was put together before there was a wall. */
  const morningDigest = async (username: string, subjects: readonly string[]): Promise<void> => {
    const lines = subjects.map((subject) => ({
      subject,
      kind: 'funding',
      stage: 'overdue',
      dueOn: '2026-04-17',
    }));
    const content = JSON.stringify({ lines, more: 0, nobodyIsSenior: false });
    const row = { username, on_day: '2026-04-30', made_at: Date.parse('2026-04-20T05:00:00Z'), content };
    await api().database.commit({ writes: [{ insert: 'digest', rows: [row] }] });
  };

  const leaks = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { from, file } of hidden) {
      const visitor = await api().as(from);
      for (const [route, door] of Object.entries(DOORS)) {
        // Who is behind no wall, and may know the status by their role, learns from the status that it exists.
        if (['bas', 'fleur'].includes(from) && route === 'get /api/mediation-requests/:number') continue;
        found.push(...(await leaksThrough(route, door, visitor, file)).map((leak) => `${from}: ${leak}`));
      }
    }
    return found;
  };

  it('knows every door there is', () => {
    const unknown = routesOf(api()).filter((route) => !(route in DOORS));
    expect(unknown).toEqual([]);
    const gone = Object.keys(DOORS).filter((door) => !routesOf(api()).includes(door));
    expect(gone).toEqual([]);
  });

  it('shows nothing of the other side: no list, no count, no search, no task, no digest, no words of an error', async () => {
    expect(await leaks()).toEqual([]);
  });

  it('leaves everybody their own side', async () => {
    const anna = await api().as('anna');
    expect((await anna.get(`/api/mediation-requests/${hers}`)).status).toBe(200);
    const { items } = (await anna.get('/api/worklist')).body<{ items: { number: string }[] }>();
    expect(items.map(({ number }) => number)).toEqual([hers]);
  });

  it('shows a jurist who also coordinates the status of the other side, and nothing else of it', async () => {
    const view = (await (await api().as('bas')).get(`/api/mediation-requests/${hers}`)).body();
    expect(view).not.toHaveProperty('children');
    expect(view).not.toHaveProperty('deadlines');
  });

  it('would find what a program without the condition in its lists lets out', async () => {
    await api().database.commit({
      writes: [{ change: 'conflict_group', where: { is_up: 1 }, set: { is_up: 0 } }],
    });
    const found = await leaks();
    await api().database.commit({
      writes: [{ change: 'conflict_group', where: { is_up: 0 }, set: { is_up: 1 } }],
    });
    for (const door of ['/api/cases', '/api/handovers'])
      expect(found.filter((leak) => leak.startsWith('bas') && leak.includes(door))).not.toEqual([]);
    for (const door of ['/api/worklist', '/api/digest', '/history', '/diagram', '/events', '/done'])
      expect(found.filter((leak) => leak.startsWith('anna') && leak.includes(door))).not.toEqual([]);
  });

  it('would find what a program that asks nobody at its doors lets out', async () => {
    const asked = [
      jest.spyOn(DatabaseWalls.prototype, 'hides').mockResolvedValue(false),
      jest.spyOn(DatabaseWalls.prototype, 'enter').mockResolvedValue('entered'),
      jest.spyOn(DatabaseWalls.prototype, 'standing').mockResolvedValue('known'),
      jest.spyOn(DatabaseWalls.prototype, 'hiddenFrom').mockResolvedValue([]),
    ];
    const found = await leaks();
    for (const spy of asked) spy.mockRestore();
    expect(found.filter((leak) => leak.includes('/history'))).not.toEqual([]);
    expect(found.filter((leak) => leak.includes('/digest'))).not.toEqual([]);
    // The lists have the condition in their query, and let nothing out even then.
    expect(found.filter((leak) => leak.includes('/worklist'))).toEqual([]);
  });
}
