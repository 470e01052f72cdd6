import { Injectable } from '@nestjs/common';
import { instantFromMillis, type Instant, millisOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import { AccessHistory, type PastAccess } from '../../application/wall/walls';
import type { Capacity, FileName } from '../../domain/wall/wall';
import type { FileAccessRow } from './wall.rows';

const OPEN_AT = `SELECT account, capacity, since, until, given_by FROM file_access
  WHERE file_kind = ? AND file_number = ? AND since <= ? AND (until IS NULL OR until > ?)
  ORDER BY since, account, capacity`;

/** Accounts on the other side of a wall that stood at that moment. */
const BEHIND_A_WALL = `SELECT DISTINCT m.account FROM conflict_side s
  JOIN conflict_group g ON g.id = s.group_id AND g.since <= ? AND (g.lifted_at IS NULL OR g.lifted_at > ?)
  JOIN conflict_member m ON m.group_id = s.group_id AND m.side <> s.side AND m.since <= ?
  WHERE s.file_kind = ? AND s.file_number = ?`;

@Injectable()
export class DatabaseAccessHistory extends AccessHistory {
  constructor(private readonly database: Database) {
    super();
  }

  async at({ kind, number }: FileName, moment: Instant): Promise<readonly PastAccess[]> {
    const millis = millisOf(moment);
    const open = await this.database.read<FileAccessRow>(OPEN_AT, [kind, number, millis, millis]);
    const walled = await this.database.read<{ account: string }>(BEHIND_A_WALL, [
      moment,
      moment,
      moment,
      kind,
      number,
    ]);
    const behind = new Set(walled.map(({ account }) => account));
    return open.map((row) => ({
      account: row.account,
      capacity: row.capacity as Capacity,
      since: instantFromMillis(row.since),
      until: row.until === null ? null : instantFromMillis(row.until),
      givenBy: row.given_by,
      walledOff: row.capacity !== 'breakglass' && behind.has(row.account),
    }));
  }
}
