import { Injectable } from '@nestjs/common';
import { instantFromMillis, millisOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import { type BrokenGlass, BrokenGlasses } from '../../application/wall/walls';
import type { FileKind } from '../../domain/wall/wall';
import type { BreakGlassRow } from './wall.rows';

@Injectable()
export class DatabaseBrokenGlasses extends BrokenGlasses {
  constructor(private readonly database: Database) {
    super();
  }

  async keep({ id, file, account, reason, since, until }: BrokenGlass): Promise<void> {
    const at = { file_kind: file.kind, file_number: file.number, account };
    const term = { since: millisOf(since), until: millisOf(until) };
    const open = { is_to_review: 1, reviewed_at: null, reviewed_by: null, review: null };
    await this.database.commit({
      writes: [
        { insert: 'break_glass', rows: [{ id, ...at, reason, ...term, ...open }] },
        { insert: 'file_access', rows: [{ ...at, capacity: 'breakglass', ...term, given_by: account }] },
      ],
    });
  }

  async toReview(): Promise<readonly BrokenGlass[]> {
    const rows = await this.database.read<BreakGlassRow>(
      'SELECT * FROM break_glass WHERE is_to_review = 1 ORDER BY since, id',
    );
    return rows.map((row) => ({
      id: row.id,
      file: { kind: row.file_kind as FileKind, number: row.file_number },
      account: row.account,
      reason: row.reason,
      since: instantFromMillis(row.since),
      until: instantFromMillis(row.until),
    }));
  }

  async review({
    id,
    by,
    finding,
    at,
  }: Parameters<BrokenGlasses['review']>[0]): Promise<'done' | 'unknown' | 'own'> {
    const [row] = await this.database.read<BreakGlassRow>(
      'SELECT * FROM break_glass WHERE id = ? AND is_to_review = 1',
      [id],
    );
    if (!row) return 'unknown';
    if (row.account === by) return 'own';
    const set = { is_to_review: 0, reviewed_at: at, reviewed_by: by, review: finding };
    const guard = { change: 'break_glass', where: { id, is_to_review: 1 }, set };
    return (await this.database.commit({ guard, writes: [] })).ok ? 'done' : 'unknown';
  }
}
