import { FixedClock, type Instant, instantOf } from '@bureau/kernel';
import {
  ACCESS_ROWS,
  AccountStore,
  AddAccount,
  Authenticate,
  ConfirmSecondFactor,
  DatabaseAccountStore,
  DatabaseLoginSessions,
  DatabaseSecondFactors,
  EnrolSecondFactor,
  LogIn,
  LoginSessions,
  LoginThrottle,
  RemoveSecondFactor,
  ResetSecondFactor,
  Rfc6238Codes,
  SecondFactorCheck,
  SecondFactors,
} from '@bureau/access';
import { Cipher, type Database, GivenKeys, MIGRATIONS, newKeyText } from '@bureau/platform';
import {
  InMemoryAccountStore,
  InMemoryLoginSessions,
  KeptJournal,
  PlainHasher,
} from '../support/accounts.fakes';
import { codeAt, wrongCodeAt } from '../support/authenticator';
import { describeOnEachDatabase } from '../support/databases';
import { InMemorySecondFactors } from '../support/second-factors.fake';

interface Stores {
  readonly accounts: AccountStore;
  readonly sessions: LoginSessions;
  readonly factors: SecondFactors;
}

const PASSWORD = 'een lang wachtwoord';
const WRONG = { ok: false, error: { code: 'wrong-credentials' } };
const at = (time: string): Instant => instantOf(`2026-03-02T${time}Z`);

const KEY = newKeyText();
const on = (database: Database): Stores => ({
  accounts: new DatabaseAccountStore(database),
  sessions: new DatabaseLoginSessions(database),
  factors: new DatabaseSecondFactors(database, new Cipher(new GivenKeys(KEY))),
});

function inMemory(): Stores {
  const accounts = new InMemoryAccountStore();
  return {
    accounts,
    sessions: new InMemoryLoginSessions(accounts),
    factors: new InMemorySecondFactors(accounts),
  };
}

/** A bureau in which Anna and Bas have a password; it is nine o'clock. */
async function aBureau({ accounts, sessions, factors }: Stores) {
  const clock = new FixedClock(at('09:00:00'));
  const journal = new KeptJournal();
  const hasher = new PlainHasher();
  const codes = new Rfc6238Codes();
  const check = new SecondFactorCheck(factors, codes, clock);
  const throttle = new LoginThrottle(clock);
  const logIn = new LogIn(accounts, sessions, hasher, check, throttle, journal, clock);
  const enrol = new EnrolSecondFactor(accounts, factors, codes, hasher, throttle, journal, clock);
  const confirm = new ConfirmSecondFactor(factors, codes, throttle, journal, clock);
  const add = new AddAccount(accounts, hasher, journal, clock);
  for (const username of ['anna', 'bas'])
    await add.execute(
      {
        username,
        displayName: username,
        roles: ['jurist'],
        language: 'nl',
        person: null,
        password: PASSWORD,
      },
      null,
    );
  const account = async (username = 'anna') => {
    const found = await accounts.find(username);
    if (!found) throw new Error(username);
    return found.account;
  };
  const tokenOf = async (code?: string, username = 'anna') => {
    const result = await logIn.execute({ username, password: PASSWORD, code });
    if (!result.ok) throw new Error(result.error.code);
    return result.value.token;
  };
  const secretOf = async (username = 'anna') => {
    const begun = await enrol.execute(await account(username), PASSWORD);
    if (!begun.ok) throw new Error(begun.error.code);
    return begun.value.secret;
  };
  return {
    accounts,
    sessions,
    factors,
    clock,
    journal,
    hasher,
    logIn,
    enrol,
    confirm,
    account,
    tokenOf,
    secretOf,
    authenticate: new Authenticate(sessions, clock),
    remove: new RemoveSecondFactor(accounts, factors, check, hasher, throttle, journal),
    reset: new ResetSecondFactor(accounts, factors, journal),
    codeOf: (secret: string) => codeAt(secret, clock.now()),
  };
}

/** One in which Anna has confirmed a second factor at nine; it is a minute past. */
async function withAnnasFactor(stores: Stores) {
  const bureau = await aBureau(stores);
  const token = await bureau.tokenOf();
  const secret = await bureau.secretOf();
  const confirmed = await bureau.confirm.execute(await bureau.account(), token, bureau.codeOf(secret));
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  bureau.clock.set(at('09:01:00'));
  const { recoveryCodes } = confirmed.value;
  const recoveryCode = recoveryCodes[0] ?? '';
  const enter = (code?: string, password = PASSWORD) =>
    bureau.logIn.execute({ username: 'anna', password, code });
  return { ...bureau, token, secret, recoveryCodes, recoveryCode, enter };
}

function suite(newStores: () => Promise<Stores>): void {
  const aBureauHere = async () => aBureau(await newStores());
  const annasFactor = async () => withAnnasFactor(await newStores());

  it('is asked of nobody before its owner has shown a code', async () => {
    const { tokenOf, secretOf, account } = await aBureauHere();
    await secretOf();
    expect((await account()).secondFactor).toBe(false);
    expect(await tokenOf()).toMatch(/./);
  });

  it('is asked at every login from then on, and only of its owner', async () => {
    const { enter, tokenOf, account } = await annasFactor();
    expect((await account()).secondFactor).toBe(true);
    expect(await enter()).toEqual({ ok: false, error: { code: 'second-factor-needed' } });
    expect(await tokenOf(undefined, 'bas')).toMatch(/./);
    expect(await tokenOf('123456', 'bas')).toMatch(/./);
  });

  it('lets in with password and code together, and with neither alone', async () => {
    const { enter, secret, codeOf, clock } = await annasFactor();
    expect(await enter(codeOf(secret), 'iets anders')).toEqual(WRONG);
    expect(await enter(wrongCodeAt(secret, clock.now()))).toEqual(WRONG);
    expect((await enter(` ${codeOf(secret).slice(0, 3)} ${codeOf(secret).slice(3)} `)).ok).toBe(true);
  });

  it('takes no code twice, nor an earlier one, nor the one that confirmed it', async () => {
    const { enter, secret, codeOf, clock } = await annasFactor();
    const [confirming, now] = [codeAt(secret, at('09:00:00')), codeOf(secret)];
    clock.set(at('09:00:29'));
    expect(await enter(confirming)).toEqual(WRONG);
    clock.set(at('09:01:00'));
    expect((await enter(now)).ok).toBe(true);
    expect(await enter(now)).toEqual(WRONG);
    expect(await enter(codeAt(secret, at('09:00:30')))).toEqual(WRONG);
    clock.set(at('09:01:30'));
    expect(await enter(now)).toEqual(WRONG);
    expect((await enter(codeOf(secret))).ok).toBe(true);
  });

  it('takes one code once from ten visitors at the same moment', async () => {
    const stores = await newStores();
    const { secret, codeOf, clock, journal, hasher } = await withAnnasFactor(stores);
    const code = codeOf(secret);
    // Each its own process: the throttle of one would let them in one by one.
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => {
        const check = new SecondFactorCheck(stores.factors, new Rfc6238Codes(), clock);
        const throttle = new LoginThrottle(clock);
        const { accounts, sessions } = stores;
        return new LogIn(accounts, sessions, hasher, check, throttle, journal, clock).execute({
          username: 'anna',
          password: PASSWORD,
          code,
        });
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('a wrong password does not use the code up', async () => {
    const { enter, secret, codeOf, recoveryCode } = await annasFactor();
    expect(await enter(recoveryCode, 'iets anders')).toEqual(WRONG);
    expect(await enter(codeOf(secret), 'iets anders')).toEqual(WRONG);
    expect((await enter(codeOf(secret))).ok).toBe(true);
    expect((await enter(recoveryCode)).ok).toBe(true);
  });

  it('a recovery code stands in for it once, however it is typed, and for nobody else', async () => {
    const { enter, recoveryCodes, recoveryCode, tokenOf, secretOf, confirm, account, codeOf, clock } =
      await annasFactor();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await enter(` ${recoveryCode.toUpperCase().replaceAll('-', ' ')}`)).ok).toBe(true);
    expect(await enter(recoveryCode)).toEqual(WRONG);
    const token = await tokenOf(undefined, 'bas');
    const secret = await secretOf('bas');
    expect((await confirm.execute(await account('bas'), token, codeOf(secret))).ok).toBe(true);
    clock.set(at('09:05:00'));
    const other = recoveryCodes[1] ?? '';
    await expect(tokenOf(other, 'bas')).rejects.toThrow('wrong-credentials');
    expect((await enter(other)).ok).toBe(true);
  });

  it('a recovery code is taken once by ten visitors at the same moment', async () => {
    const { factors, recoveryCode, clock } = await annasFactor();
    const check = new SecondFactorCheck(factors, new Rfc6238Codes(), clock);
    const proof = await check.examine('anna', recoveryCode);
    if (!proof) throw new Error('the code was to fit');
    const taken = await Promise.all(Array.from({ length: 10 }, () => check.use(proof)));
    expect(taken.filter((one) => one)).toHaveLength(1);
  });

  it('wrong codes go through the throttle, and asking for the code in between does not wipe them out', async () => {
    const { enter, secret, codeOf, clock } = await annasFactor();
    const wrong = wrongCodeAt(secret, clock.now());
    expect([await enter(wrong), await enter(wrong), await enter(wrong)]).toEqual([WRONG, WRONG, WRONG]);
    expect(await enter()).toMatchObject({ error: { code: 'second-factor-needed' } });
    expect(await enter(wrong)).toEqual(WRONG);
    expect(await enter(codeOf(secret))).toMatchObject({ error: { code: 'too-many-attempts' } });
  });

  it('does the same work for a wrong password, a wrong code, a disabled account and nobody at all', async () => {
    const { factors, logIn, secret, clock, accounts, hasher } = await annasFactor();
    const wrong = wrongCodeAt(secret, clock.now());
    const looked: string[] = [];
    for (const name of ['find', 'hasRecoveryCode', 'takeStep', 'takeRecoveryCode'] as const) {
      const real = factors[name].bind(factors) as (...given: readonly unknown[]) => Promise<never>;
      factors[name] = (...given: readonly unknown[]) => {
        looked.push(name);
        return real(...given);
      };
    }
    const workOf = async (username: string, password: string, code: string) => {
      looked.length = 0;
      const before = hasher.verified.length;
      expect(await logIn.execute({ username, password, code })).toEqual(WRONG);
      return [...looked, `${hasher.verified.length - before} hashes`].join(' ');
    };
    expect(await workOf('anna', 'iets anders', wrong)).toBe('find 1 hashes');
    expect(await workOf('anna', PASSWORD, wrong)).toBe('find 1 hashes');
    expect(await workOf('nobody', PASSWORD, wrong)).toBe('find 1 hashes');
    expect(await workOf('anna', PASSWORD, 'aaaaa-bbbbb-ccccc')).toBe('find hasRecoveryCode 1 hashes');
    expect(await workOf('nobody', PASSWORD, 'aaaaa-bbbbb-ccccc')).toBe('find hasRecoveryCode 1 hashes');
    clock.set(at('10:30:00'));
    await accounts.disable('anna');
    expect(await workOf('anna', PASSWORD, codeAt(secret, clock.now()))).toBe('find 1 hashes');
  });

  it('confirming it ends sessions that were opened without one, but not the one at hand', async () => {
    const { tokenOf, secretOf, confirm, account, authenticate, codeOf } = await aBureauHere();
    const [here, elsewhere] = [await tokenOf(), await tokenOf()];
    const secret = await secretOf();
    expect((await confirm.execute(await account(), here, codeOf(secret))).ok).toBe(true);
    expect(await authenticate.execute(here)).toMatchObject({ secondFactor: true });
    expect(await authenticate.execute(elsewhere)).toBeNull();
  });

  it('is neither begun anew nor confirmed again while there is one', async () => {
    const { enrol, confirm, account, token, secret, codeOf } = await annasFactor();
    expect(await enrol.execute(await account(), PASSWORD)).toEqual({
      ok: false,
      error: { code: 'second-factor-there' },
    });
    expect(await confirm.execute(await account(), token, codeOf(secret))).toEqual({
      ok: false,
      error: { code: 'nothing-to-confirm' },
    });
  });

  it('begun twice, only the last secret confirms it', async () => {
    const { secretOf, confirm, account, tokenOf, codeOf } = await aBureauHere();
    const token = await tokenOf();
    const [first, second] = [await secretOf(), await secretOf()];
    const wrong = await confirm.execute(await account(), token, codeOf(first));
    expect(wrong).toEqual({ ok: false, error: { code: 'wrong-code' } });
    expect((await confirm.execute(await account(), token, codeOf(second))).ok).toBe(true);
  });

  it('cannot be begun without the password, nor removed without password and code', async () => {
    const { enrol, account, remove, token, secret, codeOf, enter } = await annasFactor();
    expect(await enrol.execute(await account('bas'), 'iets anders')).toMatchObject({
      error: { code: 'wrong-password' },
    });
    const no = { ok: false, error: { code: 'not-proven' } };
    const anna = await account();
    expect(await remove.execute(anna, token, { password: 'x', code: codeOf(secret) })).toEqual(no);
    expect(await remove.execute(anna, token, { password: PASSWORD, code: 'aaaaa-bbbbb-ccccc' })).toEqual(no);
    expect(await remove.execute(anna, token, { password: PASSWORD, code: codeOf(secret) })).toEqual({
      ok: true,
      value: null,
    });
    expect((await enter()).ok).toBe(true);
  });

  it('that an administrator takes away is gone with its codes and sessions, and stands in the journal', async () => {
    const { reset, authenticate, token, enter, factors, journal, secretOf } = await annasFactor();
    expect(await reset.execute('Anna', 'adam')).toEqual({ ok: true, value: { username: 'anna', had: true } });
    expect(await authenticate.execute(token)).toBeNull();
    expect(await factors.find('anna')).toBeNull();
    expect((await enter()).ok).toBe(true);
    expect(await reset.execute('anna', 'adam')).toMatchObject({ value: { had: false } });
    expect(await reset.execute('nobody', 'adam')).toMatchObject({ error: { code: 'unknown-account' } });
    expect(journal.entries.filter(({ action }) => action.endsWith('factor_reset'))).toEqual([
      { action: 'account.second_factor_reset', actor: 'adam', detail: { username: 'anna' } },
    ]);
    expect(await secretOf()).toMatch(/./);
  });

  it('never shows a secret or a code in the journal', async () => {
    const { journal, secret, recoveryCodes, enter, codeOf } = await annasFactor();
    const code = codeOf(secret);
    await enter(code);
    const written = JSON.stringify(journal.entries);
    for (const word of [secret, ...recoveryCodes]) expect(written).not.toContain(word);
    expect(written).not.toContain(code);
  });
}

describe('a second factor [in memory]', () => suite(async () => inMemory()));

describeOnEachDatabase(
  'a second factor',
  (open) => {
    suite(async () => on(await open()));

    it('a stolen table gives no code: the secret is encrypted, and recovery codes are hashes', async () => {
      const database = await open();
      const { secret, recoveryCodes } = await withAnnasFactor(on(database));
      const rows = JSON.stringify([
        ...(await database.read('select * from second_factor')),
        ...(await database.read('select * from recovery_code')),
      ]);
      expect(rows).not.toContain(secret);
      for (const code of recoveryCodes) {
        expect(rows).not.toContain(code);
        expect(rows).not.toContain(code.replaceAll('-', ''));
      }
    });

    it('a secret that was copied into the row of somebody else opens nothing', async () => {
      const database = await open();
      const { secretOf, tokenOf, account, confirm, codeOf, logIn, clock } = await withAnnasFactor(
        on(database),
      );
      const token = await tokenOf(undefined, 'bas');
      const own = await secretOf('bas');
      await confirm.execute(await account('bas'), token, codeOf(own));
      const [row] = await database.read<{ secret: string }>(
        "select secret from second_factor where username = 'bas'",
      );
      const set = { secret: row?.secret ?? '' };
      await database.commit({ writes: [{ change: 'second_factor', where: { username: 'anna' }, set }] });
      clock.set(at('09:05:00'));
      const asAnna = { username: 'anna', password: PASSWORD, code: codeOf(own) };
      await expect(logIn.execute(asAnna)).rejects.toThrow(/not what was encrypted/);
    });
  },
  { entities: [...ACCESS_ROWS], migrations: MIGRATIONS },
);
