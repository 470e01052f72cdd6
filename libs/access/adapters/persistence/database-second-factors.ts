import { Injectable } from '@nestjs/common';
import { type Instant, millisOf } from '@bureau/kernel';
import { Cipher, Database, type Place, type Remove } from '@bureau/platform';
import { type SecondFactor, SecondFactors } from '../../application/second-factor/second-factors';
import { endOthers } from './other.sessions';
import type { SecondFactorRow } from './second-factor.row';

const FIND = 'select username, secret, is_confirmed, last_step from second_factor where username = ?';
const CODE = 'select username from recovery_code where username = ? and code_hash = ? and is_used = 0';

@Injectable()
export class DatabaseSecondFactors extends SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {
    super();
  }

  async find(username: string): Promise<SecondFactor | null> {
    const row = await this.row(username);
    return (
      row && {
        username,
        secret: this.cipher.open(row.secret, placeOf(username)),
        confirmed: row.is_confirmed !== 0,
        lastStep: row.last_step,
        mark: row.secret,
      }
    );
  }

  async begin(username: string, secret: string, at: Instant): Promise<'begun' | 'there'> {
    const set = {
      secret: this.cipher.seal(secret, placeOf(username)),
      is_confirmed: 0,
      last_step: 0,
      created_at: millisOf(at),
    };
    const first = { insert: 'second_factor', rows: [{ username, ...set }] };
    if (!(await this.row(username)) && (await this.database.commit({ writes: [first] })).ok) return 'begun';
    const guard = { change: 'second_factor', where: { username, is_confirmed: 0 }, set };
    return (await this.database.commit({ guard, writes: [] })).ok ? 'begun' : 'there';
  }

  async confirm(
    { username, mark }: SecondFactor,
    step: number,
    recoveryHashes: readonly string[],
    keptTokenHash: string,
  ): Promise<'confirmed' | 'stale'> {
    const codes = recoveryHashes.map((code_hash) => ({ username, code_hash, is_used: 0 }));
    const result = await this.database.commit({
      guard: {
        change: 'second_factor',
        where: { username, is_confirmed: 0, secret: mark },
        set: { is_confirmed: 1, last_step: step },
      },
      writes: [
        { change: 'account', where: { username }, set: { has_second_factor: 1 } },
        { insert: 'recovery_code', rows: codes },
        ...(await endOthers(this.database, username, keptTokenHash)),
      ],
    });
    if (!result.ok) return 'stale';
    // One that was opened without a code while this was written; from now on none can be.
    const late = await endOthers(this.database, username, keptTokenHash);
    if (late.length > 0) await this.database.commit({ writes: late });
    return 'confirmed';
  }

  async takeStep({ username, lastStep }: SecondFactor, step: number): Promise<boolean> {
    const where = { username, is_confirmed: 1, last_step: lastStep };
    const guard = { change: 'second_factor', where, set: { last_step: step } };
    return (await this.database.commit({ guard, writes: [] })).ok;
  }

  async hasRecoveryCode(username: string, hash: string): Promise<boolean> {
    return (await this.database.read(CODE, [username, hash])).length > 0;
  }

  async takeRecoveryCode(username: string, hash: string): Promise<boolean> {
    const where = { username, code_hash: hash, is_used: 0 };
    const guard = { change: 'recovery_code', where, set: { is_used: 1 } };
    return (await this.database.commit({ guard, writes: [] })).ok;
  }

  async remove(username: string, keptTokenHash: string | null): Promise<'removed' | 'none'> {
    const guard = {
      change: 'account',
      where: { username, has_second_factor: 1 },
      set: { has_second_factor: 0 },
    };
    const ending = await this.endSessions(username, keptTokenHash);
    const result = await this.database.commit({
      guard,
      writes: [
        { remove: 'second_factor', rows: [{ username }] },
        { remove: 'recovery_code', rows: [{ username }] },
        ...ending,
      ],
    });
    if (!result.ok) return 'none';
    const late = await this.endSessions(username, keptTokenHash);
    if (late.length > 0) await this.database.commit({ writes: late });
    return 'removed';
  }

  private async endSessions(username: string, keptTokenHash: string | null): Promise<Remove[]> {
    if (keptTokenHash !== null) return endOthers(this.database, username, keptTokenHash);
    return [{ remove: 'login_session', rows: [{ username }] }];
  }

  private async row(username: string): Promise<SecondFactorRow | null> {
    const [row] = await this.database.read<SecondFactorRow>(FIND, [username]);
    return row ?? null;
  }
}

const placeOf = (username: string): Place => ({ table: 'second_factor', column: 'secret', row: [username] });
