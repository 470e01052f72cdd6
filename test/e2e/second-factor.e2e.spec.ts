import { ResetSecondFactor } from '@bureau/access';
import { instantOf } from '@bureau/kernel';
import { codeAt, wrongCodeAt } from '../support/authenticator';
import { type Api, describeApi, describeApiOnSqlite, PASSWORD } from '../support/bureau.api';
import { type HttpAnswer, Visitor } from '../support/http.visitor';

const at = (time: string): string => `2026-03-02T${time}Z`;
const logsIn = (api: Api, username: string, more: object = {}): Promise<HttpAnswer> =>
  api.stranger.post('/api/session?token=1', { username, password: PASSWORD, ...more });
const said = ({ status, code }: HttpAnswer): unknown[] => [status, code];

async function fresh(api: Api, username: string, more: object = {}): Promise<Visitor> {
  const answer = await logsIn(api, username, more);
  if (answer.status !== 201) throw new Error(answer.summary);
  return new Visitor(api.base, String(answer.body()['token']));
}

/** The person sets up an authenticator at this time of day; answers what only they know. */
async function setsUp(api: Api, username: string, time: string) {
  api.on(at(time));
  const visitor = await fresh(api, username);
  const begun = await visitor.post('/api/session/second-factor', { password: PASSWORD });
  expect(begun.status).toBe(201);
  expect(begun.headers.get('cache-control')).toBe('no-store');
  const { secret, uri } = begun.body<{ secret: string; uri: string }>();
  expect(uri).toContain(`secret=${secret}`);
  const confirmed = await visitor.post('/api/session/second-factor/confirmation', {
    code: codeAt(secret, instantOf(at(time))),
  });
  expect(confirmed.status).toBe(200);
  expect(confirmed.headers.get('cache-control')).toBe('no-store');
  return { visitor, secret, recoveryCodes: confirmed.body<{ recoveryCodes: string[] }>().recoveryCodes };
}

describeApiOnSqlite('a second factor over HTTP', (api) => {
  it('is set up by its owner, and asked of them from then on', async () => {
    const { visitor, secret, recoveryCodes } = await setsUp(api(), 'anna', '09:00:00');
    expect((await visitor.get('/api/session')).body()).toMatchObject({ secondFactor: 'on' });
    api().on(at('09:01:00'));
    const asked = await logsIn(api(), 'anna');
    expect(said(asked)).toEqual([401, 'second-factor-needed']);
    expect(asked.headers.get('set-cookie')).toBeNull();
    const code = codeAt(secret, instantOf(at('09:01:00')));
    expect((await logsIn(api(), 'anna', { code })).status).toBe(201);
    expect((await logsIn(api(), 'anna', { code: recoveryCodes[0] })).status).toBe(201);
  });

  it('says nothing of which part was wrong: the answers are the same to the letter', async () => {
    const { secret } = await setsUp(api(), 'bas', '10:00:00');
    api().on(at('10:01:00'));
    const now = instantOf(at('10:01:00'));
    const [right, wrong] = [codeAt(secret, now), wrongCodeAt(secret, now)];
    const answers = await Promise.all([
      logsIn(api(), 'bas', { code: wrong }),
      logsIn(api(), 'bas', { password: 'iets anders', code: right }),
      logsIn(api(), 'bas', { password: 'iets anders' }),
      logsIn(api(), 'nobody', { code: right }),
      logsIn(api(), 'bas', { code: 'aaaaa-bbbbb-ccccc' }),
    ]);
    const [first] = answers;
    expect(said(first ?? answers[1])).toEqual([401, 'wrong-credentials']);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('takes a code that was seen on the way no second time, and a recovery code once', async () => {
    const { secret, recoveryCodes } = await setsUp(api(), 'mia', '11:00:00');
    api().on(at('11:01:00'));
    const code = codeAt(secret, instantOf(at('11:01:00')));
    expect((await logsIn(api(), 'mia', { code })).status).toBe(201);
    expect(said(await logsIn(api(), 'mia', { code }))).toEqual([401, 'wrong-credentials']);
    api().on(at('11:01:29'));
    expect(said(await logsIn(api(), 'mia', { code }))).toEqual([401, 'wrong-credentials']);
    const [recovery] = recoveryCodes;
    expect((await logsIn(api(), 'mia', { code: recovery })).status).toBe(201);
    expect(said(await logsIn(api(), 'mia', { code: recovery }))).toEqual([401, 'wrong-credentials']);
  });

  it('makes a guesser of codes wait', async () => {
    const { secret } = await setsUp(api(), 'max', '12:00:00');
    api().on(at('12:01:00'));
    const wrong = wrongCodeAt(secret, instantOf(at('12:01:00')));
    for (let guess = 0; guess < 5; guess += 1)
      expect(said(await logsIn(api(), 'max', { code: wrong }))).toEqual([401, 'wrong-credentials']);
    const held = await logsIn(api(), 'max', { code: codeAt(secret, instantOf(at('12:01:00'))) });
    expect(said(held)).toEqual([429, 'too-many-attempts']);
    expect(held.headers.get('retry-after')).toBe('30');
  });

  it('goes with password and code only, and is nobody else’s to touch', async () => {
    const { visitor, secret } = await setsUp(api(), 'kim', '13:00:00');
    api().on(at('13:01:00'));
    const code = codeAt(secret, instantOf(at('13:01:00')));
    const removal = (body: object, who = visitor) => who.post('/api/session/second-factor/removal', body);
    expect(said(await removal({ password: 'iets anders', code }))).toEqual([422, 'not-proven']);
    expect(said(await removal({ password: PASSWORD, code, username: 'bas' }))).toEqual([400, 'malformed']);
    expect(said(await removal({ password: PASSWORD, code }, api().stranger))).toEqual([401, 'no-session']);
    expect((await removal({ password: PASSWORD, code })).status).toBe(204);
    expect((await logsIn(api(), 'kim')).status).toBe(201);
  });

  it('of somebody who lost everything is taken away by the administrator, and sessions end with it', async () => {
    const { visitor } = await setsUp(api(), 'joris', '14:00:00');
    await api().app.get(ResetSecondFactor).execute('joris', 'adam');
    expect((await visitor.get('/api/session')).status).toBe(401);
    expect((await logsIn(api(), 'joris')).status).toBe(201);
    const lines = await api().database.read<{ actor: string; detail: string }>(
      "select actor, detail from audit_entry where action = 'account.second_factor_reset'",
    );
    expect(lines).toEqual([{ actor: 'adam', detail: '{"username":"joris"}' }]);
  });

  it.each([[{}], [{ password: '' }], [{ password: PASSWORD, secret: 'AAAA' }], [{ password: [PASSWORD] }]])(
    'is not begun by %j',
    async (body) => {
      const dina = await fresh(api(), 'dina');
      expect(said(await dina.post('/api/session/second-factor', body))).toEqual([400, 'malformed']);
    },
  );

  it.each(['12345', 'x'.repeat(41), 123456, null])('a code is not %j', async (code) =>
    expect(said(await logsIn(api(), 'dina', { code }))).toEqual([400, 'malformed']),
  );
});

describeApiOnSqlite(
  'a role that must have a second factor',
  (api) => {
    it('finds nothing open but getting one, and then everything', async () => {
      const anna = await fresh(api(), 'anna');
      expect((await anna.get('/api/session')).body()).toMatchObject({ secondFactor: 'owed' });
      expect(said(await anna.get('/api/worklist'))).toEqual([403, 'second-factor-owed']);
      expect(said(await anna.register({}))).toEqual([403, 'second-factor-owed']);
      const { visitor } = await setsUp(api(), 'anna', '09:00:00');
      expect((await visitor.get('/api/worklist')).status).toBe(200);
      expect((await visitor.get('/api/session')).body()).toMatchObject({ secondFactor: 'on' });
    });

    it('asks nothing of others', async () => {
      const mia = await fresh(api(), 'mia');
      expect((await mia.get('/api/worklist')).status).toBe(200);
    });
  },
  { env: { SECOND_FACTOR_FOR: 'coordinator, admin' } },
);

describeApi('a bureau to which nobody has given a key', (api, dialect) => {
  it('makes one beside its SQLite file, and on PostgreSQL says what to do, and nothing has changed', async () => {
    const anna = await fresh(api(), 'anna');
    const begun = await anna.post('/api/session/second-factor', { password: PASSWORD });
    if (dialect === 'sqlite') expect(begun.status).toBe(201);
    else {
      expect(said(begun)).toEqual([503, 'key-missing']);
      expect(begun.text).toMatch(/bureau keys new.*BUREAU_KEY/);
      expect(await api().database.read('select username from second_factor')).toEqual([]);
      expect((await logsIn(api(), 'anna')).status).toBe(201);
    }
  });
});
