import { FixedClock, instantOf } from '@bureau/kernel';
import {
  ACCESS_ROWS,
  type Account,
  AccountStore,
  Argon2Hasher,
  Authenticate,
  DatabaseAccountStore,
  DatabaseLoginSessions,
  DatabaseSecondFactors,
  DisableAccount,
  EnsureFirstAccount,
  LogIn,
  type LoginSession,
  LoginSessions,
  LoginThrottle,
  LogOut,
  newSession,
  PasswordHasher,
  ResetPassword,
  Rfc6238Codes,
  SecondFactorCheck,
  SecondFactors,
} from '@bureau/access';
import { Cipher, type Database, GivenKeys, MIGRATIONS, newKeyText, schemaDrift } from '@bureau/platform';
import { InMemoryAccountStore, InMemoryLoginSessions, SilentJournal } from '../support/accounts.fakes';
import { InMemorySecondFactors } from '../support/second-factors.fake';
import { describeOnEachDatabase, type OpenDatabase, type Testbed } from '../support/databases';

const NINE = instantOf('2026-03-02T09:00:00Z');
const ANNA: Account = {
  username: 'anna',
  displayName: 'Anna de Vries',
  roles: ['coordinator', 'mediator'],
  language: 'nl',
  person: 'M07',
  disabled: false,
  senior: false,
  secondFactor: false,
};

interface Bureau {
  readonly accounts: AccountStore;
  readonly sessions: LoginSessions;
  readonly factors: SecondFactors;
}

const on = (database: Database): Bureau => ({
  accounts: new DatabaseAccountStore(database),
  sessions: new DatabaseLoginSessions(database),
  factors: new DatabaseSecondFactors(database, new Cipher(new GivenKeys(newKeyText()))),
});

describe('accounts [in memory]', () =>
  accounts(async () => {
    const store = new InMemoryAccountStore();
    return {
      accounts: store,
      sessions: new InMemoryLoginSessions(store),
      factors: new InMemorySecondFactors(store),
    };
  }));

describeOnEachDatabase(
  'accounts',
  (open, bed) => {
    accounts(async () => on(await open()));
    storedAccounts(open, bed);
  },
  { entities: [...ACCESS_ROWS], migrations: MIGRATIONS },
);

/** The use cases of a process of its own on the stores of a bureau. */
function processOn({ accounts: store, sessions, factors }: Bureau) {
  const clock = new FixedClock(NINE);
  const journal = new SilentJournal();
  const check = new SecondFactorCheck(factors, new Rfc6238Codes(), clock);
  const hasher: PasswordHasher = new Argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 });
  return {
    clock,
    logIn: new LogIn(store, sessions, hasher, check, new LoginThrottle(clock), journal, clock),
    logOut: new LogOut(sessions, journal),
    authenticate: new Authenticate(sessions, clock),
    disable: new DisableAccount(store, journal),
    reset: new ResetPassword(store, hasher, journal),
    first: new EnsureFirstAccount(store, hasher, journal, clock),
  };
}

/** A bureau with its first account, which is logged in. */
async function loggedIn(bureau: Bureau) {
  const program = processOn(bureau);
  const first = await program.first.execute();
  if (first.outcome !== 'made') throw new Error('the bureau was not new');
  const result = await program.logIn.execute(first);
  if (!result.ok) throw new Error(result.error.code);
  return { ...program, password: first.password, token: result.value.token };
}

function accounts(newBureau: () => Promise<Bureau>): void {
  it('an account comes back as it was added, with its password hash on request only', async () => {
    const { accounts: store } = await newBureau();
    expect(await store.isEmpty()).toBe(true);
    expect(await store.find('anna')).toBeNull();
    expect(await store.add(ANNA, 'hash', NINE)).toBe('added');
    expect(await store.find('anna')).toEqual({ account: ANNA, passwordHash: 'hash' });
    expect(await store.list()).toEqual([ANNA]);
    expect(await store.isEmpty()).toBe(false);
  });

  it('a username belongs to one account', async () => {
    const { accounts: store } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    expect(await store.add({ ...ANNA, displayName: 'Another Anna' }, 'other', NINE)).toBe('taken');
    expect(await store.list()).toEqual([ANNA]);
  });

  it('accounts are listed by username, the same on every database', async () => {
    const { accounts: store } = await newBureau();
    for (const username of ['b', 'a_b', 'a-b', 'a.b', 'ab', 'a1'])
      await store.add({ ...ANNA, username }, 'hash', NINE);
    const names = (await store.list()).map(({ username }) => username);
    expect(names).toEqual(['a-b', 'a.b', 'a1', 'a_b', 'ab', 'b']);
  });

  it('an account nobody knows can be neither disabled nor given a password', async () => {
    const { accounts: store } = await newBureau();
    expect(await store.disable('nobody')).toBe('unknown');
    expect(await store.changePassword('nobody', 'hash')).toBe('unknown');
  });

  it('a disabled account that is enabled logs in again; its language is another as soon as it was set', async () => {
    const { accounts: store, sessions } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    await store.disable('anna');
    expect([await store.enable('anna'), await store.setLanguage('anna', 'en')]).toEqual(['done', 'done']);
    expect(await sessions.open(newSession('t1', 'anna', NINE), 'hash')).toBe('opened');
    expect((await store.find('anna'))?.account).toEqual({ ...ANNA, language: 'en' });
    expect([await store.enable('nobody'), await store.setLanguage('nobody', 'en')]).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('a password that its owner replaces ends every session but the one at hand', async () => {
    const { accounts: store, sessions } = await newBureau();
    const bas = { ...ANNA, username: 'bas' };
    for (const account of [ANNA, bas]) await store.add(account, 'hash', NINE);
    for (const token of ['here', 'phone', 'library'])
      await sessions.open(newSession(token, 'anna', NINE), 'hash');
    await sessions.open(newSession('other', 'bas', NINE), 'hash');
    const verified = { username: 'anna', passwordHash: 'hash' };
    expect(await store.replacePassword(verified, 'new hash', 'here')).toBe('done');
    const left = await Promise.all(['here', 'phone', 'library', 'other'].map((one) => sessions.find(one)));
    expect(left.map((found) => found !== null)).toEqual([true, false, false, true]);
    expect(await sessions.open(newSession('late', 'anna', NINE), 'hash')).toBe('refused');
  });

  it('of two who replace the same password at once, one does', async () => {
    const { accounts: store } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    const verified = { username: 'anna', passwordHash: 'hash' };
    const outcomes = await Promise.all(
      ['one', 'other'].map((next) => store.replacePassword(verified, next, 'none')),
    );
    expect(outcomes.sort()).toEqual(['done', 'stale']);
  });

  it('a session comes back with its account as the account is now', async () => {
    const { accounts: store, sessions } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    const session = newSession('t1', 'anna', NINE);
    expect(await sessions.open(session, 'hash')).toBe('opened');
    expect(await sessions.find('t1')).toEqual({ session, account: ANNA });
    expect(await sessions.find('t2')).toBeNull();
  });

  it('a session is not opened with a hash that is no longer the one of the account', async () => {
    const { accounts: store, sessions } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    await store.changePassword('anna', 'new hash');
    expect(await sessions.open(newSession('t1', 'anna', NINE), 'hash')).toBe('refused');
    await store.disable('anna');
    expect(await sessions.open(newSession('t2', 'anna', NINE), 'new hash')).toBe('refused');
    expect(await sessions.find('t1')).toBeNull();
    expect(await sessions.find('t2')).toBeNull();
  });

  it('using a session that has ended does not bring it back', async () => {
    const { accounts: store, sessions } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    await sessions.open(newSession('t1', 'anna', NINE), 'hash');
    await sessions.end('t1');
    await sessions.touch('t1', NINE);
    await sessions.end('t1');
    expect(await sessions.find('t1')).toBeNull();
  });

  it('only sessions that are over are forgotten', async () => {
    const { accounts: store, sessions } = await newBureau();
    await store.add(ANNA, 'hash', NINE);
    const at = (time: string) => instantOf(`2026-03-02T${time}:00Z`);
    const used = (tokenHash: string, opened: string, lastUsedAt: string): LoginSession => ({
      ...newSession(tokenHash, 'anna', at(opened)),
      lastUsedAt: at(lastUsedAt),
    });
    await sessions.open(used('expired', '08:00', '19:59'), 'hash');
    await sessions.open(used('idle', '09:00', '18:00'), 'hash');
    await sessions.open(used('live', '09:00', '18:01'), 'hash');
    await sessions.forgetEnded(at('20:00'));
    const left = await Promise.all(['expired', 'idle', 'live'].map((hash) => sessions.find(hash)));
    expect(left.map((found) => found !== null)).toEqual([false, false, true]);
  });

  it("a disabled account's session ends at once", async () => {
    const { authenticate, disable, logIn, token, password } = await loggedIn(await newBureau());
    expect(await authenticate.execute(token)).toMatchObject({ username: 'admin' });
    await disable.execute('ADMIN', null);
    expect(await authenticate.execute(token)).toBeNull();
    const again = await logIn.execute({ username: 'admin', password });
    expect(again).toEqual({ ok: false, error: { code: 'wrong-credentials' } });
  });

  it('a new password ends what the old one opened', async () => {
    const { authenticate, reset, logIn, token, password } = await loggedIn(await newBureau());
    const renewed = await reset.execute('admin', null);
    if (!renewed.ok) throw new Error(renewed.error.code);
    expect(await authenticate.execute(token)).toBeNull();
    expect((await logIn.execute({ username: 'admin', password })).ok).toBe(false);
    expect((await logIn.execute(renewed.value)).ok).toBe(true);
  });

  it('an expired session is nobody', async () => {
    const { authenticate, clock, token } = await loggedIn(await newBureau());
    const isKnownAt = async (time: string) => {
      clock.set(instantOf(`2026-03-02T${time}Z`));
      return (await authenticate.execute(token)) !== null;
    };
    // Used all day, so never idle: twelve hours after the login it ends all the same.
    for (const time of ['10:59:59', '12:59:58', '14:59:57', '16:59:56', '18:59:55', '20:59:54', '20:59:59'])
      expect(await isKnownAt(time)).toBe(true);
    expect(await isKnownAt('21:00:00')).toBe(false);
  });

  it('a session that stood idle for two hours is nobody', async () => {
    const { authenticate, clock, token } = await loggedIn(await newBureau());
    clock.set(instantOf('2026-03-02T10:59:59Z'));
    expect(await authenticate.execute(token)).not.toBeNull();
    clock.set(instantOf('2026-03-02T12:59:59Z'));
    expect(await authenticate.execute(token)).toBeNull();
  });

  it('logging out ends this session and no other', async () => {
    const { authenticate, logIn, logOut, token, password } = await loggedIn(await newBureau());
    const second = await logIn.execute({ username: 'admin', password });
    if (!second.ok) throw new Error(second.error.code);
    await logOut.execute(token);
    await logOut.execute(token);
    expect(await authenticate.execute(token)).toBeNull();
    expect(await authenticate.execute(second.value.token)).not.toBeNull();
  });

  it('two processes that start at once make one first account', async () => {
    const bureau = await newBureau();
    const starts = await Promise.all([1, 2, 3, 4].map(() => processOn(bureau).first.execute()));
    expect(starts.filter(({ outcome }) => outcome === 'made')).toHaveLength(1);
    expect(await bureau.accounts.list()).toHaveLength(1);
    expect(await processOn(bureau).first.execute()).toEqual({ outcome: 'not-needed' });
  });
}

function storedAccounts(open: OpenDatabase, { place }: Testbed): void {
  it('two processes with a connection each make one first account', async () => {
    const url = place();
    const databases = [await open({ url }), await open({ url })];
    const starts = await Promise.all(databases.map((database) => processOn(on(database)).first.execute()));
    const made = starts.flatMap((start) => (start.outcome === 'made' ? [start] : []));
    expect(made).toHaveLength(1);
    const [database] = databases;
    if (!database || !made[0]) throw new Error('no database');
    expect((await processOn(on(database)).logIn.execute(made[0])).ok).toBe(true);
  });

  it('no session outlives a password reset, whichever came first', async () => {
    const database = await open();
    const { accounts: store, sessions } = on(database);
    for (let round = 0; round < 20; round += 1) {
      const username = `anna-${round}`;
      await store.add({ ...ANNA, username }, 'old', NINE);
      const opened = [1, 2, 3].map((no) =>
        sessions.open(newSession(`${username}-${no}`, username, NINE), 'old'),
      );
      await Promise.all([...opened, store.changePassword(username, 'new')]);
    }
    expect(await database.read('select username from login_session')).toEqual([]);
  });

  it('a stolen table opens nothing: neither token nor password stands in it', async () => {
    const database = await open();
    const { token, password } = await loggedIn(on(database));
    const rows = [
      ...(await database.read('select * from account')),
      ...(await database.read('select * from login_session')),
    ];
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  it('a role that has been retired opens nothing', async () => {
    const database = await open();
    const { accounts: store } = on(database);
    await store.add(ANNA, 'hash', NINE);
    const set = { roles: JSON.stringify(['treasurer', 'jurist']) };
    await database.commit({ writes: [{ change: 'account', where: { username: 'anna' }, set }] });
    expect((await store.find('anna'))?.account.roles).toEqual(['jurist']);
  });

  it('the rows say what the migrations made', async () => {
    expect(await schemaDrift(await open())).toEqual([]);
  });
}
