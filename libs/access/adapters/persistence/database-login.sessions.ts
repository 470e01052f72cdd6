import { Injectable } from '@nestjs/common';
import { type Instant, instantFromMillis, millisOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import { LoginSessions } from '../../application/login.sessions';
import type { Account } from '../../domain/account';
import { idleSince, type LoginSession } from '../../domain/session.rules';
import { ACCOUNT_COLUMNS, toAccount } from './account.mapper';
import type { AccountRow, LoginSessionRow } from './account.row';
import { endOthers } from './other.sessions';

const FIND = `
  select ${ACCOUNT_COLUMNS}, s.token_hash, s.created_at, s.last_used_at, s.expires_at, s.device
  from login_session s join account on account.username = s.username
  where s.token_hash = ?`;
const OF = `
  select token_hash, username, created_at, last_used_at, expires_at, device
  from login_session where username = ?`;
const ENDED = `
  select token_hash, last_used_at from login_session
  where expires_at <= ? or last_used_at <= ?
  order by token_hash limit 200`;

@Injectable()
export class DatabaseLoginSessions extends LoginSessions {
  constructor(private readonly database: Database) {
    super();
  }

  async open(
    session: LoginSession,
    verifiedHash: string,
    secondFactor = false,
  ): Promise<'opened' | 'refused'> {
    const { username } = session;
    const row = {
      token_hash: session.tokenHash,
      username,
      created_at: millisOf(session.createdAt),
      last_used_at: millisOf(session.lastUsedAt),
      expires_at: millisOf(session.expiresAt),
      device: session.device,
    };
    // The guard changes nothing: it holds the account's row, so that a password reset comes before or after this.
    const result = await this.database.commit({
      guard: {
        change: 'account',
        where: {
          username,
          password_hash: verifiedHash,
          is_disabled: 0,
          has_second_factor: secondFactor ? 1 : 0,
        },
        set: { is_disabled: 0 },
      },
      writes: [{ insert: 'login_session', rows: [row] }],
    });
    return result.ok ? 'opened' : 'refused';
  }

  async find(tokenHash: string): Promise<{ session: LoginSession; account: Account } | null> {
    const [row] = await this.database.read<AccountRow & LoginSessionRow>(FIND, [tokenHash]);
    return row ? { session: toSession(row), account: toAccount(row) } : null;
  }

  async of(username: string): Promise<readonly LoginSession[]> {
    return (await this.database.read<LoginSessionRow>(OF, [username])).map(toSession);
  }

  async touch(tokenHash: string, usedAt: Instant): Promise<void> {
    const set = { last_used_at: millisOf(usedAt) };
    await this.database.commit({
      writes: [{ change: 'login_session', where: { token_hash: tokenHash }, set }],
    });
  }

  async end(tokenHash: string): Promise<void> {
    await this.database.commit({ writes: [{ remove: 'login_session', rows: [{ token_hash: tokenHash }] }] });
  }

  async endOthers(username: string, keptTokenHash: string): Promise<number> {
    const [removal] = await endOthers(this.database, username, keptTokenHash);
    if (!removal) return 0;
    await this.database.commit({ writes: [removal] });
    return removal.rows.length;
  }

  async forgetEnded(now: Instant): Promise<void> {
    const moments = [millisOf(now), millisOf(idleSince(now))];
    // Named with the moment it was last used: a session that comes to life again in between is left alone.
    const rows = await this.database.read<{ token_hash: string; last_used_at: number }>(ENDED, moments);
    if (rows.length > 0) await this.database.commit({ writes: [{ remove: 'login_session', rows }] });
  }
}

const toSession = (row: LoginSessionRow): LoginSession => ({
  tokenHash: row.token_hash,
  username: row.username,
  createdAt: instantFromMillis(row.created_at),
  lastUsedAt: instantFromMillis(row.last_used_at),
  expiresAt: instantFromMillis(row.expires_at),
  device: row.device,
});
