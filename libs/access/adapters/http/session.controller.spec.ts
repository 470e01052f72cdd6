import { Test } from '@nestjs/testing';
import { instantOf, SystemClock } from '@bureau/kernel';
import { type AccessApp, anAccessApp, outerWorld, PASSWORD } from '../../../../test/support/access.app';
import { AccessHttpModule } from '../../access.module';
import { AccountStore } from '../../application/account.store';
import { DisableAccount } from '../../application/disable-account.use-case';
import { LoginSessions } from '../../application/login.sessions';
import { PasswordHasher } from '../../application/password.hasher';

const WHO = {
  username: 'anna',
  displayName: 'Anna',
  roles: ['mediator'],
  language: 'en',
  secondFactor: 'off',
};

describe('the session over HTTP', () => {
  let visitor: AccessApp;
  beforeEach(async () => void (visitor = await anAccessApp()));
  afterEach(() => visitor.app.close());

  it('gives a cookie that neither scripts nor other sites can use', async () => {
    const answer = await visitor.logIn();
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual(WHO);
    expect(answer.headers['cache-control']).toBe('no-store');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^bureau_session=[\w-]{43}; Max-Age=43200; Path=\/;/);
    expect(cookie).toContain('; HttpOnly');
    expect(cookie).toContain('; SameSite=Strict');
    expect(cookie).not.toContain('Secure');
  });

  it('gives a cookie for TLS only when the visitor came over TLS, also through a proxy', async () => {
    const answer = await visitor.logIn().set('X-Forwarded-Proto', 'https, http');
    expect(String(answer.headers['set-cookie'])).toContain('; Secure');
  });

  it('gives a bearer token and no cookie when asked', async () => {
    const answer = await visitor.logIn(PASSWORD, '?token=1');
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body as object)).toEqual(['token']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('knows who is there by cookie and by bearer', async () => {
    const byCookie = await visitor
      .http()
      .get('/api/session')
      .set('Cookie', `a=b; ${await visitor.cookie()}; c=d`);
    expect([byCookie.status, byCookie.body]).toEqual([200, WHO]);
    const byBearer = await visitor
      .http()
      .get('/api/session')
      .set('Authorization', await visitor.bearer());
    expect([byBearer.status, byBearer.body]).toEqual([200, WHO]);
  });

  it('knows nobody without a session, and says so in the language that was asked for', async () => {
    const answer = await visitor.http().get('/api/session');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'no-session', title: 'Niet aangemeld' });
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    const english = await visitor.http().get('/api/session').set('Accept-Language', 'en-GB,en;q=0.9');
    expect(english.body).toMatchObject({ code: 'no-session', title: 'Not logged in' });
    for (const header of ['Bearer wrong', 'Bearer', 'Basic YTpi', '']) {
      const other = await visitor.http().get('/api/session').set('Authorization', header);
      expect([other.status, (other.body as { code: string }).code]).toEqual([401, 'no-session']);
    }
  });

  it('takes the bearer at its word: a cookie beside it does not help', async () => {
    const answer = await visitor
      .http()
      .get('/api/session')
      .set('Cookie', await visitor.cookie())
      .set('Authorization', 'Bearer wrong');
    expect(answer.status).toBe(401);
  });

  it('answers an unknown name and a wrong password alike', async () => {
    const wrong = await visitor.logIn('iets anders');
    const unknown = await visitor
      .http()
      .post('/api/session')
      .send({ username: 'nobody', password: PASSWORD });
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({ code: 'wrong-credentials' });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    [{}],
    [{ username: 'anna' }],
    [{ username: 'anna', password: PASSWORD, admin: true }],
    [{ username: ['anna'], password: PASSWORD }],
    [{ username: 'x'.repeat(61), password: PASSWORD }],
    [{ username: 'anna', password: 'x'.repeat(201) }],
    [undefined],
  ])('does not look at credentials that are malformed: %j', async (body) => {
    expect((await visitor.http().post('/api/session').send(body)).status).toBe(400);
  });

  it('takes no query it does not know', async () => {
    expect((await visitor.logIn(PASSWORD, '?token=2')).status).toBe(400);
    expect((await visitor.logIn(PASSWORD, '?tokens=1')).status).toBe(400);
  });

  it('makes a guesser wait, longer each time', async () => {
    for (let i = 0; i < 5; i += 1) expect((await visitor.logIn('iets anders')).status).toBe(401);
    const held = await visitor.logIn();
    expect(held.status).toBe(429);
    expect(held.body).toMatchObject({ code: 'too-many-attempts' });
    expect(held.headers['retry-after']).toBe('30');
    visitor.clock.set(instantOf('2026-03-02T09:00:30Z'));
    expect((await visitor.logIn('iets anders')).status).toBe(401);
    expect((await visitor.logIn()).headers['retry-after']).toBe('60');
    visitor.clock.set(instantOf('2026-03-02T09:01:30Z'));
    expect((await visitor.logIn()).status).toBe(201);
  });

  it('ends: the cookie is cleared and opens nothing any more', async () => {
    const cookie = await visitor.cookie();
    const answer = await visitor
      .http()
      .delete('/api/session')
      .set('Cookie', cookie)
      .set('X-Requested-With', 'fetch');
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^bureau_session=; Path=\/; Expires=Thu, 01 Jan 1970/,
    );
    expect((await visitor.http().get('/api/session').set('Cookie', cookie)).status).toBe(401);
  });

  it('ends at once when the account is disabled', async () => {
    const Authorization = await visitor.bearer();
    await visitor.app.get(DisableAccount, { strict: false }).execute('anna', null);
    expect((await visitor.http().get('/api/session').set({ Authorization })).status).toBe(401);
  });
});

it('the bureau keeps accounts in its database and passwords in argon2', async () => {
  const imports = [outerWorld(new SystemClock()), AccessHttpModule];
  const module = await Test.createTestingModule({ imports }).compile();
  const adapters = [AccountStore, LoginSessions, PasswordHasher].map((port): object =>
    module.get<object>(port, { strict: false }),
  );
  expect(adapters.map(({ constructor }) => constructor.name)).toEqual([
    'DatabaseAccountStore',
    'DatabaseLoginSessions',
    'Argon2Hasher',
  ]);
});
