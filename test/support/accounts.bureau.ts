import { FixedClock, instantOf } from '@bureau/kernel';
import { AddAccount } from '../../libs/access/application/add-account.use-case';
import { Authenticate } from '../../libs/access/application/authenticate.use-case';
import { DisableAccount } from '../../libs/access/application/disable-account.use-case';
import { EnsureFirstAccount } from '../../libs/access/application/ensure-first-account.use-case';
import { ListAccounts } from '../../libs/access/application/list-accounts.use-case';
import { LogIn } from '../../libs/access/application/log-in.use-case';
import { LogOut } from '../../libs/access/application/log-out.use-case';
import { LoginThrottle } from '../../libs/access/application/login.throttle';
import { ResetPassword } from '../../libs/access/application/reset-password.use-case';
import { Rfc6238Codes } from '../../libs/access/adapters/one-time-codes/rfc6238.codes';
import { Devices } from '../../libs/access/application/devices.use-cases';
import { ConfirmSecondFactor } from '../../libs/access/application/second-factor/confirm-second-factor.use-case';
import { EnrolSecondFactor } from '../../libs/access/application/second-factor/enrol-second-factor.use-case';
import { RemoveSecondFactor } from '../../libs/access/application/second-factor/remove-second-factor.use-case';
import { ResetSecondFactor } from '../../libs/access/application/second-factor/reset-second-factor.use-case';
import { SecondFactorCheck } from '../../libs/access/application/second-factor/second-factor.check';
import { InMemoryAccountStore, InMemoryLoginSessions, KeptJournal, PlainHasher } from './accounts.fakes';
import { InMemorySecondFactors } from './second-factors.fake';

export const ANNA = {
  username: 'anna',
  displayName: 'Anna',
  roles: ['mediator'],
  language: 'nl',
  person: 'M07',
  password: 'een lang wachtwoord',
};

/** The use cases of a bureau without accounts or database; it is nine o'clock on 2 March 2026. */
export function anAccountsBureau() {
  const store = new InMemoryAccountStore();
  const sessions = new InMemoryLoginSessions(store);
  const hasher = new PlainHasher();
  const journal = new KeptJournal();
  const clock = new FixedClock(instantOf('2026-03-02T09:00:00Z'));
  const throttle = new LoginThrottle(clock);
  const factors = new InMemorySecondFactors(store);
  const codes = new Rfc6238Codes();
  const check = new SecondFactorCheck(factors, codes, clock);
  return {
    store,
    sessions,
    factors,
    hasher,
    journal,
    clock,
    add: new AddAccount(store, hasher, journal, clock),
    list: new ListAccounts(store),
    disable: new DisableAccount(store, journal),
    reset: new ResetPassword(store, hasher, journal),
    first: new EnsureFirstAccount(store, hasher, journal, clock),
    logIn: new LogIn(store, sessions, hasher, check, throttle, journal, clock),
    enrol: new EnrolSecondFactor(store, factors, codes, hasher, throttle, journal, clock),
    confirm: new ConfirmSecondFactor(factors, codes, throttle, journal, clock),
    removeFactor: new RemoveSecondFactor(store, factors, check, hasher, throttle, journal),
    resetFactor: new ResetSecondFactor(store, factors, journal),
    devices: new Devices(sessions, journal, clock),
    logOut: new LogOut(sessions, journal),
    authenticate: new Authenticate(sessions, clock),
  };
}

/** One in which Anna has an account. */
export async function anAccountsBureauWithAnna() {
  const bureau = anAccountsBureau();
  await bureau.add.execute(ANNA, 'admin');
  return bureau;
}

export type AccountsBureau = ReturnType<typeof anAccountsBureau>;
