import { instantOf } from '@bureau/kernel';
import { type AccountsBureau, ANNA, anAccountsBureauWithAnna } from '../../../test/support/accounts.bureau';
import { hashOfToken, newToken } from './secrets';

const WRONG = { ok: false, error: { code: 'wrong-credentials' } };
const GOOD = { username: 'anna', password: ANNA.password };
const BAD = { username: 'anna', password: 'iets anders' };

async function tokenOf({ logIn }: AccountsBureau): Promise<string> {
  const result = await logIn.execute(GOOD);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.token;
}

describe('logging in', () => {
  it('answers an unknown name, a wrong password and a disabled account alike, after the same work', async () => {
    const { logIn, disable, hasher } = await anAccountsBureauWithAnna();
    expect(await logIn.execute({ username: 'nobody', password: ANNA.password })).toEqual(WRONG);
    expect(await logIn.execute({ username: 'no such name!', password: ANNA.password })).toEqual(WRONG);
    expect(await logIn.execute(BAD)).toEqual(WRONG);
    await disable.execute('anna', 'admin');
    expect(await logIn.execute(GOOD)).toEqual(WRONG);
    const real = `hash of ${ANNA.password}`;
    expect(hasher.verified).toEqual([hasher.decoy, hasher.decoy, real, real]);
  });

  it('takes the username in any case', async () => {
    const { logIn } = await anAccountsBureauWithAnna();
    expect((await logIn.execute({ ...GOOD, username: 'Anna' })).ok).toBe(true);
  });

  it('does not open a session for a password that is replaced while it is being verified', async () => {
    const bureau = await anAccountsBureauWithAnna();
    const verify = bureau.hasher.verify.bind(bureau.hasher);
    bureau.hasher.verify = async (hash, password) => {
      const fits = await verify(hash, password);
      await bureau.store.changePassword('anna', 'hash of something else');
      return fits;
    };
    expect(await bureau.logIn.execute(GOOD)).toEqual(WRONG);
    expect(bureau.store.sessions.size).toBe(0);
  });

  it('is written down, also when refused; a name that is nobody’s is not, for it may be a password', async () => {
    const bureau = await anAccountsBureauWithAnna();
    await bureau.logIn.execute({ username: 'een-lang-wachtwoord', password: 'anna' });
    await bureau.logIn.execute(BAD);
    await bureau.logOut.execute(await tokenOf(bureau));
    expect(bureau.journal.entries.slice(1)).toEqual([
      { action: 'login.refused', actor: null, detail: {} },
      { action: 'login.refused', actor: null, detail: { username: 'anna' } },
      { action: 'login.accepted', actor: 'anna', detail: { username: 'anna' } },
      { action: 'logout.done', actor: 'anna', detail: { username: 'anna' } },
    ]);
  });

  it('is held up after five failures, for everybody who uses that name, and then open again', async () => {
    const { logIn, clock } = await anAccountsBureauWithAnna();
    for (let i = 0; i < 5; i += 1) expect(await logIn.execute(BAD)).toEqual(WRONG);
    const held = { ok: false, error: { code: 'too-many-attempts', retryAfterSeconds: 30 } };
    expect(await logIn.execute({ ...GOOD, username: 'ANNA' })).toEqual(held);
    expect(await logIn.execute({ ...BAD, username: 'bob' })).toEqual(WRONG);
    clock.set(instantOf('2026-03-02T09:00:30Z'));
    expect(await logIn.execute(BAD)).toEqual(WRONG);
    expect(await logIn.execute(GOOD)).toMatchObject({ error: { retryAfterSeconds: 60 } });
    clock.set(instantOf('2026-03-02T09:01:30Z'));
    expect((await logIn.execute(GOOD)).ok).toBe(true);
    expect(await logIn.execute(BAD)).toEqual(WRONG);
  });

  it('counts a hundred attempts at the same moment as a hundred', async () => {
    const { logIn, hasher } = await anAccountsBureauWithAnna();
    const answers = await Promise.all(Array.from({ length: 100 }, () => logIn.execute(BAD)));
    expect(hasher.verified).toHaveLength(5);
    expect(answers.filter((it) => !it.ok && it.error.code === 'too-many-attempts')).toHaveLength(95);
  });

  it('lets the same person in ten times at the same moment', async () => {
    const bureau = await anAccountsBureauWithAnna();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(bureau)));
    expect(new Set(tokens).size).toBe(10);
  });

  it('does not count an attempt that the database could not answer', async () => {
    const bureau = await anAccountsBureauWithAnna();
    const { find } = bureau.store;
    bureau.store.find = () => Promise.reject(new Error('database is busy'));
    for (let i = 0; i < 6; i += 1) await expect(bureau.logIn.execute(GOOD)).rejects.toThrow('busy');
    bureau.store.find = find;
    expect((await bureau.logIn.execute(GOOD)).ok).toBe(true);
  });

  it('clears away what has expired', async () => {
    const bureau = await anAccountsBureauWithAnna();
    await tokenOf(bureau);
    bureau.clock.set(instantOf('2026-03-02T21:00:00Z'));
    await tokenOf(bureau);
    expect(bureau.store.sessions.size).toBe(1);
  });
});

describe('a token', () => {
  it('that was never given is nobody', async () => {
    const { authenticate, logOut } = await anAccountsBureauWithAnna();
    expect(await authenticate.execute('')).toBeNull();
    expect(await authenticate.execute(newToken())).toBeNull();
    await logOut.execute(newToken());
  });

  it('is not accepted in the form in which it is stored', async () => {
    const bureau = await anAccountsBureauWithAnna();
    const token = await tokenOf(bureau);
    expect(await bureau.authenticate.execute(hashOfToken(token))).toBeNull();
    expect(await bureau.authenticate.execute(token)).toMatchObject({ username: 'anna' });
  });

  it('is noted as used at most once a minute, so that a reader is no writer', async () => {
    const bureau = await anAccountsBureauWithAnna();
    const token = await tokenOf(bureau);
    const lastUsed = () => [...bureau.store.sessions.values()][0]?.lastUsedAt;
    bureau.clock.set(instantOf('2026-03-02T09:00:59Z'));
    await bureau.authenticate.execute(token);
    expect(lastUsed()).toBe('2026-03-02T09:00:00.000Z');
    bureau.clock.set(instantOf('2026-03-02T09:01:00Z'));
    await bureau.authenticate.execute(token);
    expect(lastUsed()).toBe('2026-03-02T09:01:00.000Z');
  });
});
