import { ANNA, anAccountsBureau, anAccountsBureauWithAnna } from '../../../test/support/accounts.bureau';
import { generatedPassword } from './secrets';

const WRONG = { ok: false, error: { code: 'wrong-credentials' } };

describe('adding an account', () => {
  it('names everything that is wrong, the password too, and adds nothing', async () => {
    const { add, list, journal } = anAccountsBureau();
    const result = await add.execute({ ...ANNA, username: 'a', password: 'kort' }, 'admin');
    if (result.ok || result.error.code !== 'invalid') throw new Error('this was to be refused');
    expect(result.error.violations.map(({ code }) => code)).toEqual(['username-shape', 'password-too-short']);
    expect(await list.execute()).toEqual([]);
    expect(journal.entries).toEqual([]);
  });

  it('refuses a username that is taken, in capitals too', async () => {
    const { add } = await anAccountsBureauWithAnna();
    const result = await add.execute({ ...ANNA, username: 'ANNA' }, 'admin');
    expect(result).toEqual({ ok: false, error: { code: 'username-taken', username: 'anna' } });
  });

  it('tells a generated password once, and a chosen one never', async () => {
    const { add, logIn } = anAccountsBureau();
    const { password: _, ...withoutPassword } = ANNA;
    const generated = await add.execute(withoutPassword, 'admin');
    if (!generated.ok) throw new Error(generated.error.code);
    const password = generated.value.generatedPassword ?? '';
    expect((await logIn.execute({ username: 'anna', password })).ok).toBe(true);
    const chosen = await add.execute({ ...ANNA, username: 'bob' }, 'admin');
    expect(chosen).toMatchObject({ ok: true, value: { generatedPassword: null } });
  });

  it('is written down with who did it, and without a password', async () => {
    const { journal } = await anAccountsBureauWithAnna();
    expect(journal.entries).toEqual([
      {
        action: 'account.added',
        actor: 'admin',
        detail: { username: 'anna', roles: ['mediator'], person: 'M07' },
      },
    ]);
  });
});

describe('shutting out', () => {
  it('an account that does not exist is refused, and not written down', async () => {
    const { disable, reset, journal } = anAccountsBureau();
    const unknown = { ok: false, error: { code: 'unknown-account', username: 'nobody' } };
    expect(await disable.execute('nobody', 'admin')).toEqual(unknown);
    expect(await reset.execute('Nobody', 'admin')).toEqual(unknown);
    expect(journal.entries).toEqual([]);
  });

  it('a new password does not let a disabled account in again', async () => {
    const { disable, reset, logIn, journal } = await anAccountsBureauWithAnna();
    await disable.execute('anna', 'admin');
    const renewed = await reset.execute('anna', 'admin');
    if (!renewed.ok) throw new Error(renewed.error.code);
    expect(await logIn.execute(renewed.value)).toEqual(WRONG);
    expect(journal.actions.slice(1, 3)).toEqual(['account.disabled', 'account.password_reset']);
    expect(JSON.stringify(journal.entries)).not.toContain(renewed.value.password);
  });
});

describe('the first account of a new bureau', () => {
  it('may manage accounts and take requests, and is made once', async () => {
    const { first, logIn, list, journal } = anAccountsBureau();
    const made = await first.execute();
    if (made.outcome !== 'made') throw new Error(made.outcome);
    expect((await logIn.execute(made)).ok).toBe(true);
    expect(await list.execute()).toMatchObject([{ username: 'admin', roles: ['admin', 'coordinator'] }]);
    expect(await first.execute()).toEqual({ outcome: 'not-needed' });
    expect(journal.actions).toEqual(['account.added', 'login.accepted']);
  });

  it('is not made when there is any account, even a disabled one', async () => {
    const { first, disable } = await anAccountsBureauWithAnna();
    await disable.execute('anna', null);
    expect(await first.execute()).toEqual({ outcome: 'not-needed' });
  });

  it('is somebody else’s news when another process was faster', async () => {
    const { first, store } = anAccountsBureau();
    store.isEmpty = async () => true;
    expect((await first.execute()).outcome).toBe('made');
    expect(await first.execute()).toEqual({ outcome: 'taken' });
  });
});

it('a generated password is four groups of five that nobody misreads, and never the same', () => {
  const passwords = Array.from({ length: 500 }, generatedPassword);
  for (const password of passwords) expect(password).toMatch(/^[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}$/);
  expect(new Set(passwords).size).toBe(500);
});
