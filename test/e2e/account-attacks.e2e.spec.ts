import { DisableAccount, ListAccounts, ResetPassword } from '@bureau/access';
import { type Api, describeApiOnSqlite, PASSWORD } from '../support/bureau.api';
import { type HttpAnswer, Visitor } from '../support/http.visitor';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const said = ({ status, code }: HttpAnswer): unknown[] => [status, code];
const cookieOf = ({ headers }: HttpAnswer): string => headers.get('set-cookie')?.split(';')[0] ?? '';
const logsIn = (api: Api, username: string, headers: Record<string, string> = {}): Promise<HttpAnswer> =>
  api.stranger.post('/api/session', { username, password: PASSWORD }, headers);
const fresh = async (api: Api, username: string, headers: Record<string, string> = {}): Promise<Visitor> =>
  new Visitor(api.base, cookieOf(await logsIn(api, username, headers)).replace('bureau_session=', ''));

interface Device {
  readonly id: string;
  readonly label: string | null;
  readonly isThis: boolean;
}
const devicesOf = async (visitor: Visitor): Promise<readonly Device[]> =>
  (await visitor.get('/api/session/devices')).body<{ items: Device[] }>().items;

describeApiOnSqlite('somebody who is after an account', (api) => {
  it('cannot choose the token of a session that somebody else will open', async () => {
    const chosen = 'A'.repeat(43);
    const answer = await logsIn(api(), 'anna', { cookie: `bureau_session=${chosen}` });
    expect(answer.status).toBe(201);
    expect(cookieOf(answer)).toMatch(/^bureau_session=[\w-]{43}$/);
    expect(cookieOf(answer)).not.toContain(chosen);
    expect((await new Visitor(api().base, chosen).get('/api/session')).status).toBe(401);
  });

  it('cannot hand out a session of its own that becomes the victim’s', async () => {
    const own = await logsIn(api(), 'sam');
    const victim = await logsIn(api(), 'anna', { cookie: cookieOf(own) });
    expect(cookieOf(victim)).not.toBe(cookieOf(own));
    const still = new Visitor(api().base, cookieOf(own).replace('bureau_session=', ''));
    expect((await still.get('/api/session')).body()).toMatchObject({ username: 'sam' });
  });

  it('cannot use a token again after its owner has logged out', async () => {
    const visitor = await fresh(api(), 'bas');
    expect((await visitor.send('DELETE', '/api/session')).status).toBe(204);
    expect(said(await visitor.get('/api/session'))).toEqual([401, 'no-session']);
    expect(said(await visitor.send('DELETE', '/api/session'))).toEqual([401, 'no-session']);
  });

  it('cannot use a token again after a new password, given by an administrator', async () => {
    const visitor = await fresh(api(), 'kim');
    await api().app.get(ResetPassword).execute('kim', null);
    expect(said(await visitor.get('/api/session'))).toEqual([401, 'no-session']);
  });

  it('cannot use a token again after the account was disabled', async () => {
    const visitor = await fresh(api(), 'max');
    await api().app.get(DisableAccount).execute('max', null);
    expect(said(await visitor.get('/api/session'))).toEqual([401, 'no-session']);
    expect(said(await logsIn(api(), 'max'))).toEqual([401, 'wrong-credentials']);
  });

  it.each(['roles', 'senior', 'person', 'secondFactor', 'disabled', 'displayName', 'admin'])(
    'cannot give itself %s along with a login or a new password',
    async (field) => {
      const before = await api().app.get(ListAccounts).execute();
      const sam = await fresh(api(), 'sam');
      const more = { [field]: ['admin'] };
      const calls = [
        api().stranger.post('/api/session', { username: 'sam', password: PASSWORD, ...more }),
        sam.post('/api/session/password', { current: PASSWORD, next: 'een ander lang wachtwoord', ...more }),
        sam.post('/api/session/second-factor', { password: PASSWORD, ...more }),
        sam.post('/api/session/second-factor/confirmation', { code: '123456', ...more }),
      ];
      for (const call of calls) expect(said(await call)).toEqual([400, 'malformed']);
      expect(await api().app.get(ListAccounts).execute()).toEqual(before);
    },
  );

  it.each([
    '{"username":"sam","password":"PW","__proto__":{"roles":["admin"],"disabled":false}}',
    '{"username":"sam","password":"PW","constructor":{"prototype":{"roles":["admin"]}}}',
    '{"__proto__":{"username":"sam","password":"PW"}}',
  ])('cannot reach every object through %s', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api().stranger.send('POST', '/api/session', body.replace('PW', PASSWORD), headers);
    expect(said(answer)).toEqual([400, 'malformed']);
    const innocent: Record<string, unknown> = {};
    expect(innocent['roles']).toBeUndefined();
    expect(innocent['username']).toBeUndefined();
  });
});

describeApiOnSqlite('the own devices', (api) => {
  it('are shown to their owner only, by what they are and not by who they were', async () => {
    const desk = await fresh(api(), 'anna', { 'user-agent': FIREFOX });
    await fresh(api(), 'anna', { 'user-agent': 'curl/8.5.0' });
    await fresh(api(), 'bas', { 'user-agent': FIREFOX });
    const devices = await devicesOf(desk);
    expect(devices).toHaveLength(2);
    expect(devices.filter(({ isThis }) => isThis)).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{16}$/) as string,
        label: 'Firefox on Windows',
        since: '2026-03-02T09:00:00.000Z',
        lastUsed: '2026-03-02T09:00:00.000Z',
        isThis: true,
      },
    ]);
    expect(devices.find(({ isThis }) => !isThis)?.label).toBeNull();
    expect(JSON.stringify(devices)).not.toContain(String(desk.bearer));
  });

  it('are ended one by one, and nobody ends another’s', async () => {
    const [desk, phone] = [await fresh(api(), 'mia'), await fresh(api(), 'mia')];
    const other = await fresh(api(), 'joris');
    const lost = (await devicesOf(desk)).find(({ isThis }) => !isThis)?.id ?? '';
    const end = (who: Visitor, id: string) => who.send('DELETE', `/api/session/devices/${id}`);
    expect(said(await end(other, lost))).toEqual([404, 'no-such-device']);
    expect((await phone.get('/api/session')).status).toBe(200);
    expect((await end(desk, lost)).status).toBe(204);
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await desk.get('/api/session')).status).toBe(200);
    expect(said(await end(desk, lost))).toEqual([404, 'no-such-device']);
    expect((await end(desk, '../../x')).status).toBe(404);
  });

  it('end all at once, but for the one at hand and those of others', async () => {
    const all = [await fresh(api(), 'dina'), await fresh(api(), 'dina'), await fresh(api(), 'dina')];
    const [desk] = all;
    const other = await fresh(api(), 'adam');
    expect((await desk?.send('DELETE', '/api/session/devices'))?.status).toBe(204);
    const left = await Promise.all([...all, other].map((one) => one.get('/api/session')));
    expect(left.map(({ status }) => status)).toEqual([200, 401, 401, 200]);
  });

  it('do not show a session that is over', async () => {
    await fresh(api(), 'sam');
    api().on('2026-03-02T11:30:00Z');
    expect(await devicesOf(await fresh(api(), 'sam'))).toHaveLength(1);
  });
});
