import { describeApi, PASSWORD } from '../support/bureau.api';
import { Visitor } from '../support/http.visitor';

const NEXT = 'een ander lang wachtwoord';

describeApi('somebody changes the own password', (api) => {
  const here = async (username: string) => {
    const fresh = await api().stranger.token(username, PASSWORD);
    return new Visitor(api().base, fresh);
  };
  const change = (visitor: Visitor, current: string, next: string) =>
    visitor.post('/api/session/password', { current, next });

  it('with the current one: other sessions end, this one stays, and the old password is void', async () => {
    const [desk, phone] = [await here('anna'), await here('anna')];
    expect((await change(desk, PASSWORD, NEXT)).status).toBe(204);
    expect((await desk.get('/api/session')).status).toBe(200);
    expect((await phone.get('/api/session')).status).toBe(401);
    const { stranger } = api();
    const old = await stranger.post('/api/session', { username: 'anna', password: PASSWORD });
    expect(old.code).toBe('wrong-credentials');
    expect(await stranger.token('anna', NEXT)).toMatch(/\w/);
    expect((await (await here('bas')).get('/api/session')).status).toBe(200);
  });

  it('not without the current one, and not to one that is too short: nothing changes', async () => {
    const mia = await here('mia');
    const wrong = await change(mia, 'geraden wachtwoord', NEXT);
    expect([wrong.status, wrong.code]).toEqual([422, 'wrong-password']);
    const short = await change(mia, PASSWORD, 'kort');
    expect([short.status, short.code]).toEqual([422, 'password-too-short']);
    expect(short.body()['detail']).toMatch(/12/);
    expect((await (await here('mia')).get('/api/session')).status).toBe(200);
    expect((await change(api().stranger, PASSWORD, NEXT)).status).toBe(401);
  });

  it('not by guessing through a session that was left open', async () => {
    const sam = await here('sam');
    const codes: string[] = [];
    for (let guess = 0; guess < 7; guess++) codes.push((await change(sam, `gok nummer ${guess}`, NEXT)).code);
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong-password'));
    expect(codes.slice(5)).toEqual(['too-many-attempts', 'too-many-attempts']);
    expect((await change(sam, PASSWORD, NEXT)).headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('not from the page of another site', async () => {
    const kim = await here('kim');
    const foreign = await new Visitor(api().base, null).post(
      '/api/session/password',
      { current: PASSWORD, next: NEXT },
      { cookie: `bureau_session=${String(kim.bearer)}`, origin: 'https://elsewhere.example' },
    );
    expect(foreign.code).toBe('cross-site');
  });

  it('is written in the journal, without the password', async () => {
    const lines = await api().database.read<{ detail: string; actor: string }>(
      "select actor, detail from audit_entry where action = 'account.password_changed'",
    );
    expect(lines).toEqual([{ actor: 'anna', detail: '{"username":"anna"}' }]);
  });
});
