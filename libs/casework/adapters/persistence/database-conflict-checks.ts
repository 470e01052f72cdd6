import { Injectable } from '@nestjs/common';
import type { FileKind } from '@bureau/access';
import { instantOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import {
  type CheckCandidate,
  type CheckDecision,
  type CheckOutcome,
  type ConflictCheck,
  ConflictChecks,
} from '../../application/conflict/conflict.ports';
import type { ConflictCheckRow } from './conflict.rows';

@Injectable()
export class DatabaseConflictChecks extends ConflictChecks {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(check: ConflictCheck): Promise<void> {
    const row = {
      id: check.id,
      file_kind: check.kind,
      file_number: check.file?.number ?? null,
      checked_at: check.checkedAt,
      checked_by: check.checkedBy,
      policy_version: check.policyVersion,
      outcome: check.outcome,
      candidates: JSON.stringify(check.candidates),
      is_open: check.isOpen ? 1 : 0,
      decision: null,
      decided_at: null,
      decided_by: null,
      reason: null,
    };
    await this.database.commit({ writes: [{ insert: 'conflict_check', rows: [row] }] });
  }

  async open(): Promise<readonly ConflictCheck[]> {
    const sql = 'SELECT * FROM conflict_check WHERE is_open = 1 ORDER BY checked_at, id';
    return (await this.database.read<ConflictCheckRow>(sql)).map(checkOf);
  }

  async find(id: string): Promise<ConflictCheck | null> {
    const [row] = await this.database.read<ConflictCheckRow>('SELECT * FROM conflict_check WHERE id = ?', [
      id,
    ]);
    return row ? checkOf(row) : null;
  }

  async decide({ check, decision, by, at, reason }: CheckDecision): Promise<'done' | 'unknown'> {
    const set = { is_open: 0, decision, decided_at: at, decided_by: by, reason };
    const guard = { change: 'conflict_check', where: { id: check, is_open: 1 }, set };
    return (await this.database.commit({ guard, writes: [] })).ok ? 'done' : 'unknown';
  }
}

const checkOf = (row: ConflictCheckRow): ConflictCheck => ({
  id: row.id,
  kind: row.file_kind as FileKind,
  file: row.file_number === null ? null : { kind: row.file_kind as FileKind, number: row.file_number },
  checkedAt: instantOf(row.checked_at),
  checkedBy: row.checked_by,
  policyVersion: row.policy_version,
  outcome: row.outcome as CheckOutcome,
  candidates: JSON.parse(row.candidates) as CheckCandidate[],
  isOpen: row.is_open === 1,
});
