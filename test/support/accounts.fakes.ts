import type { Instant, Language } from '@bureau/kernel';
import { AccountStore } from '../../libs/access/application/account.store';
import { Journal, type JournalEntry } from '../../libs/access/application/journal';
import { LoginSessions } from '../../libs/access/application/login.sessions';
import { PasswordHasher } from '../../libs/access/application/password.hasher';
import type { Account } from '../../libs/access/domain/account';
import { isLive, type LoginSession } from '../../libs/access/domain/session.rules';

/** A journal nobody reads. */
export class SilentJournal extends Journal {
  async record(): Promise<void> {}
}

/** A journal a test reads. */
export class KeptJournal extends Journal {
  readonly entries: JournalEntry[] = [];

  async record(entry: JournalEntry): Promise<void> {
    this.entries.push(entry);
  }

  get actions(): string[] {
    return this.entries.map(({ action }) => action);
  }
}

/** "Hashes" so that a test can read them, and remembers what it was asked to verify. */
export class PlainHasher extends PasswordHasher {
  readonly decoy = 'hash of nothing';
  readonly verified: string[] = [];

  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }

  async verify(hash: string, password: string): Promise<boolean> {
    this.verified.push(hash);
    return hash === `hash of ${password}`;
  }
}

type Stored = { readonly account: Account; readonly passwordHash: string };

export class InMemoryAccountStore extends AccountStore {
  readonly accounts = new Map<string, Stored>();
  readonly sessions = new Map<string, LoginSession>();

  async add(account: Account, passwordHash: string): Promise<'added' | 'taken'> {
    if (this.accounts.has(account.username)) return 'taken';
    this.accounts.set(account.username, { account, passwordHash });
    return 'added';
  }

  async find(username: string): Promise<Stored | null> {
    return this.accounts.get(username) ?? null;
  }

  async list(): Promise<readonly Account[]> {
    const names = [...this.accounts.keys()].sort();
    return names.flatMap((name) => this.accounts.get(name)?.account ?? []);
  }

  async isEmpty(): Promise<boolean> {
    return this.accounts.size === 0;
  }

  async makeSenior(username: string, senior: boolean): Promise<'done' | 'unknown'> {
    const stored = this.accounts.get(username);
    if (!stored) return 'unknown';
    this.accounts.set(username, { ...stored, account: { ...stored.account, senior } });
    return 'done';
  }

  async disable(username: string): Promise<'done' | 'unknown'> {
    return this.shutOut(username, ({ account, passwordHash }) => ({
      account: { ...account, disabled: true },
      passwordHash,
    }));
  }

  async changePassword(username: string, passwordHash: string): Promise<'done' | 'unknown'> {
    return this.shutOut(username, ({ account }) => ({ account, passwordHash }));
  }

  async enable(username: string): Promise<'done' | 'unknown'> {
    return this.change(username, { disabled: false });
  }

  async setLanguage(username: string, language: Language): Promise<'done' | 'unknown'> {
    return this.change(username, { language });
  }

  async replacePassword(
    verified: { readonly username: string; readonly passwordHash: string },
    passwordHash: string,
    keptTokenHash: string,
  ): Promise<'done' | 'stale'> {
    const stored = this.accounts.get(verified.username);
    if (stored?.passwordHash !== verified.passwordHash) return 'stale';
    const kept = this.sessions.get(keptTokenHash);
    this.shutOut(verified.username, ({ account }) => ({ account, passwordHash }));
    if (kept) this.sessions.set(keptTokenHash, kept);
    return 'done';
  }

  /** Also for what shares this memory. */
  change(username: string, change: Partial<Account>): 'done' | 'unknown' {
    const stored = this.accounts.get(username);
    if (!stored) return 'unknown';
    this.accounts.set(username, { ...stored, account: { ...stored.account, ...change } });
    return 'done';
  }

  private shutOut(username: string, change: (stored: Stored) => Stored): 'done' | 'unknown' {
    const stored = this.accounts.get(username);
    if (!stored) return 'unknown';
    this.accounts.set(username, change(stored));
    for (const [hash, session] of this.sessions)
      if (session.username === username) this.sessions.delete(hash);
    return 'done';
  }
}

/** Shares the memory of an account store, as the two tables share a database. */
export class InMemoryLoginSessions extends LoginSessions {
  constructor(private readonly store: InMemoryAccountStore) {
    super();
  }

  async open(
    session: LoginSession,
    verifiedHash: string,
    secondFactor = false,
  ): Promise<'opened' | 'refused'> {
    const stored = this.store.accounts.get(session.username);
    if (!stored || stored.account.disabled || stored.passwordHash !== verifiedHash) return 'refused';
    if (stored.account.secondFactor !== secondFactor) return 'refused';
    this.store.sessions.set(session.tokenHash, session);
    return 'opened';
  }

  async find(tokenHash: string): Promise<{ session: LoginSession; account: Account } | null> {
    const session = this.store.sessions.get(tokenHash);
    const stored = session && this.store.accounts.get(session.username);
    return session && stored ? { session, account: stored.account } : null;
  }

  async touch(tokenHash: string, usedAt: Instant): Promise<void> {
    const session = this.store.sessions.get(tokenHash);
    if (session) this.store.sessions.set(tokenHash, { ...session, lastUsedAt: usedAt });
  }

  async end(tokenHash: string): Promise<void> {
    this.store.sessions.delete(tokenHash);
  }

  async of(username: string): Promise<readonly LoginSession[]> {
    return [...this.store.sessions.values()].filter((session) => session.username === username);
  }

  async endOthers(username: string, keptTokenHash: string): Promise<number> {
    const others = (await this.of(username)).filter(({ tokenHash }) => tokenHash !== keptTokenHash);
    for (const { tokenHash } of others) this.store.sessions.delete(tokenHash);
    return others.length;
  }

  async forgetEnded(now: Instant): Promise<void> {
    for (const [hash, session] of this.store.sessions)
      if (!isLive(session, now)) this.store.sessions.delete(hash);
  }
}
