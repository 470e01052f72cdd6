import { Injectable } from '@nestjs/common';
import { type Instant, type Language, millisOf } from '@bureau/kernel';
import { Database, type Row } from '@bureau/platform';
import { AccountStore } from '../../application/account.store';
import type { Account } from '../../domain/account';
import { ACCOUNT_COLUMNS, toAccount, toColumns } from './account.mapper';
import type { AccountRow } from './account.row';
import { endOthers } from './other.sessions';

const FIND = `select ${ACCOUNT_COLUMNS}, account.password_hash from account where account.username = ?`;
const LIST = `select ${ACCOUNT_COLUMNS} from account`;
const ANY = 'select username from account limit 1';

@Injectable()
export class DatabaseAccountStore extends AccountStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(account: Account, passwordHash: string, createdAt: Instant): Promise<'added' | 'taken'> {
    const row = { ...toColumns(account), password_hash: passwordHash, created_at: millisOf(createdAt) };
    const result = await this.database.commit({ writes: [{ insert: 'account', rows: [row] }] });
    return result.ok ? 'added' : 'taken';
  }

  async find(username: string): Promise<{ account: Account; passwordHash: string } | null> {
    const [row] = await this.database.read<AccountRow>(FIND, [username]);
    return row ? { account: toAccount(row), passwordHash: row.password_hash } : null;
  }

  async list(): Promise<readonly Account[]> {
    const rows = await this.database.read<AccountRow>(LIST);
    // Sorted here: the databases put '-' and '.' in different places.
    return rows.map(toAccount).sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  async isEmpty(): Promise<boolean> {
    return (await this.database.read(ANY)).length === 0;
  }

  async makeSenior(username: string, senior: boolean): Promise<'done' | 'unknown'> {
    const guard = { change: 'account', where: { username }, set: { is_senior: senior } };
    return (await this.database.commit({ guard, writes: [] })).ok ? 'done' : 'unknown';
  }

  disable(username: string): Promise<'done' | 'unknown'> {
    return this.shutOut(username, { is_disabled: 1 });
  }

  changePassword(username: string, passwordHash: string): Promise<'done' | 'unknown'> {
    return this.shutOut(username, { password_hash: passwordHash });
  }

  enable(username: string): Promise<'done' | 'unknown'> {
    return this.change(username, { is_disabled: 0 });
  }

  setLanguage(username: string, language: Language): Promise<'done' | 'unknown'> {
    return this.change(username, { language });
  }

  async replacePassword(
    { username, passwordHash: verified }: { readonly username: string; readonly passwordHash: string },
    passwordHash: string,
    keptTokenHash: string,
  ): Promise<'done' | 'stale'> {
    const result = await this.database.commit({
      guard: {
        change: 'account',
        where: { username, password_hash: verified },
        set: { password_hash: passwordHash },
      },
      writes: await endOthers(this.database, username, keptTokenHash),
    });
    if (!result.ok) return 'stale';
    // One that was opened with the old password while this was written; from now on none can be.
    const writes = await endOthers(this.database, username, keptTokenHash);
    if (writes.length > 0) await this.database.commit({ writes });
    return 'done';
  }

  private async change(username: string, set: Row): Promise<'done' | 'unknown'> {
    const guard = { change: 'account', where: { username }, set };
    return (await this.database.commit({ guard, writes: [] })).ok ? 'done' : 'unknown';
  }

  private async shutOut(username: string, set: Row): Promise<'done' | 'unknown'> {
    const sessions = { remove: 'login_session', rows: [{ username }] };
    const guard = { change: 'account', where: { username }, set };
    const result = await this.database.commit({ guard, writes: [sessions] });
    if (!result.ok) return 'unknown';
    // PostgreSQL runs a batch on one snapshot: a session that was being opened while the guard waited for it is not
    // seen by the first removal. After it, none can be opened any more.
    await this.database.commit({ writes: [sessions] });
    return 'done';
  }
}
