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
import { hashOfToken, newToken } from './secrets';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface LoggedIn {
  /** Told this once; only its hash is stored. */
  readonly token: string;
  readonly account: Account;
}

export interface WrongCredentials {
  readonly code: 'wrong-credentials';
}

type Verified = { readonly account: Account; readonly passwordHash: string };

/**
 * Opens a session. An unknown name, a wrong password and a disabled account get one answer, after the same work: an
 * outsider does not learn who works here.
 */
@Injectable()
export class LogIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: LoginSessions,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  execute(credentials: Credentials): Promise<Result<LoggedIn, WrongCredentials | TooManyAttempts>> {
    return this.throttle.guard(credentials.username.toLowerCase(), () => this.attempt(credentials));
  }

  private async attempt({ username, password }: Credentials): Promise<Result<LoggedIn, WrongCredentials>> {
    const found = await this.find(username);
    const fits = await this.hasher.verify(found?.passwordHash ?? this.hasher.decoy, password);
    const loggedIn = found && fits && !found.account.disabled ? await this.open(found) : null;
    if (loggedIn) return ok(loggedIn);
    // A name that is nobody's may be a password typed in the wrong box: it is not written down.
    const detail = found ? { username: found.account.username } : {};
    await this.journal.record({ action: 'login.refused', actor: null, detail });
    return no({ code: 'wrong-credentials' });
  }

  private async find(username: string): Promise<Verified | null> {
    const parsed = parseUsername(username);
    return parsed.ok ? this.accounts.find(parsed.value) : null;
  }

  private async open({ account, passwordHash }: Verified): Promise<LoggedIn | null> {
    const { username } = account;
    const token = newToken();
    const now = this.clock.now();
    const outcome = await this.sessions.open(newSession(hashOfToken(token), username, now), passwordHash);
    if (outcome === 'refused') return null;
    await this.journal.record({ action: 'login.accepted', actor: username, detail: { username } });
    await this.sessions.forgetEnded(now);
    return { token, account };
  }
}
