import { Injectable } from '@nestjs/common';
import { Clock, no, ok, type Result } from '@bureau/kernel';
import type { Account } from '../domain/account';
import { newSession } from '../domain/session.rules';
import { parseUsername } from '../domain/username.rules';
import { AccountStore } from './account.store';
import { Journal } from './journal';
import { LoginSessions } from './login.sessions';
import { LoginThrottle, type TooManyAttempts } from './login.throttle';
import { PasswordHasher } from './password.hasher';
import { SecondFactorCheck } from './second-factor/second-factor.check';
import { hashOfToken, newToken } from './secrets';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Of the second factor, for who has one. */
  readonly code?: string | undefined;
}

export interface LoggedIn {
  /** Told this once; only its hash is stored. */
  readonly token: string;
  readonly account: Account;
}

export interface WrongCredentials {
  readonly code: 'wrong-credentials';
}

/** The password was right, and a code is needed besides it. Told to nobody who does not know the password. */
export interface SecondFactorNeeded {
  readonly code: 'second-factor-needed';
}

export type LogInRefusal = WrongCredentials | SecondFactorNeeded;

type Verified = { readonly account: Account; readonly passwordHash: string };

/**
 * Opens a session. An unknown name, a wrong password, a wrong code and a disabled account get one answer, after the same
 * work: an outsider does not learn who works here, nor which part was wrong.
 */
@Injectable()
export class LogIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: LoginSessions,
    private readonly hasher: PasswordHasher,
    private readonly secondFactor: SecondFactorCheck,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** `device` is what the visitor would call what is in the hand. */
  execute(
    credentials: Credentials,
    device: string | null = null,
  ): Promise<Result<LoggedIn, LogInRefusal | TooManyAttempts>> {
    return this.throttle.guard(credentials.username.toLowerCase(), () => this.attempt(credentials, device));
  }

  private async attempt(
    { username, password, code }: Credentials,
    device: string | null,
  ): Promise<Result<LoggedIn, LogInRefusal>> {
    const found = await this.find(username);
    const fits = await this.hasher.verify(found?.passwordHash ?? this.hasher.decoy, password);
    // Looked at in any case, so that the time tells nothing; it counts only when everything else is right.
    const proof =
      code === undefined ? null : await this.secondFactor.examine(found?.account.username ?? null, code);
    const known = found && fits && !found.account.disabled ? found : null;
    if (known?.account.secondFactor && code === undefined) return this.ask(known.account);
    const proven =
      known && (!known.account.secondFactor || (proof !== null && (await this.secondFactor.use(proof))));
    const loggedIn = proven ? await this.open(known, device) : null;
    if (loggedIn) return ok(loggedIn);
    // A name that is nobody's may be a password typed in the wrong box: it is not written down.
    const detail = found ? { username: found.account.username } : {};
    await this.journal.record({ action: 'login.refused', actor: null, detail });
    return no({ code: 'wrong-credentials' });
  }

  /** Counts as a failure until the code follows: else a guesser of codes could wipe out the count in between. */
  private async ask({ username }: Account): Promise<Result<LoggedIn, SecondFactorNeeded>> {
    await this.journal.record({ action: 'login.code_asked', actor: null, detail: { username } });
    return no({ code: 'second-factor-needed' });
  }

  private async find(username: string): Promise<Verified | null> {
    const parsed = parseUsername(username);
    return parsed.ok ? this.accounts.find(parsed.value) : null;
  }

  private async open({ account, passwordHash }: Verified, device: string | null): Promise<LoggedIn | null> {
    const { username } = account;
    const token = newToken();
    const now = this.clock.now();
    const session = newSession(hashOfToken(token), username, now, device);
    const outcome = await this.sessions.open(session, passwordHash, account.secondFactor);
    if (outcome === 'refused') return null;
    await this.journal.record({ action: 'login.accepted', actor: username, detail: { username } });
    await this.sessions.forgetEnded(now);
    return { token, account };
  }
}
