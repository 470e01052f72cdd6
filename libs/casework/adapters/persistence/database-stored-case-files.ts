import { Injectable } from '@nestjs/common';
import { type AuditEntryRow, Database, type OutboxRow } from '@bureau/platform';
import {
  type StoredCaseEvent,
  type StoredCaseFile,
  StoredCaseFiles,
  type StoredFollowUp,
} from '../../application/verify-cases.use-case';
import type { CaseSnapshot } from '../../domain/case/case.engine';
import { FOLLOW_UP, type FollowUp } from '../../domain/follow-up/follow-up.rules';
import { journalOf } from './case.batch';
import { caseRow } from './case.mapper';
import type { CaseDeadlineRow, CaseEventRow, CaseFileRow } from './case.rows';
import { followUpWakeId } from './case-save.batch';
import { historyEntry } from './database-case.store';
import { inChunks } from './row.chunks';

const PAGE = 500;

/** The stored cases as they lie in the tables, some hundreds at a time: there are tens of thousands of them. */
@Injectable()
export class DatabaseStoredCaseFiles extends StoredCaseFiles {
  constructor(private readonly database: Database) {
    super();
  }

  async *pages(): AsyncGenerator<readonly StoredCaseFile[]> {
    let last = '';
    for (;;) {
      const rows = await this.database.read<CaseFileRow>(
        'SELECT * FROM case_file WHERE number > ? ORDER BY number LIMIT ?',
        [last, PAGE],
      );
      if (rows.length === 0) return;
      yield await this.filesOf(rows);
      last = rows.at(-1)?.number ?? last;
    }
  }

  async count(): Promise<number> {
    const [row] = await this.database.read<{ n: number }>('SELECT COUNT(*) AS n FROM case_file');
    return row?.n ?? 0;
  }

  async orphans(): Promise<readonly string[]> {
    const rows = await this.database.read<{ number: string }>(
      `SELECT DISTINCT e.case_number AS number FROM case_event e
       LEFT JOIN case_file c ON c.number = e.case_number WHERE c.number IS NULL`,
    );
    return rows.map(({ number }) => number);
  }

  private async filesOf(rows: readonly CaseFileRow[]): Promise<readonly StoredCaseFile[]> {
    const numbers = rows.map(({ number }) => number);
    const events = by(
      await inChunks<CaseEventRow>(this.database, 'SELECT * FROM case_event WHERE case_number IN', numbers),
      ({ case_number }) => case_number,
    );
    const audit = by(
      await inChunks<AuditEntryRow>(
        this.database,
        'SELECT * FROM audit_entry WHERE file IN',
        numbers.map(journalOf),
      ),
      ({ file }) => file,
    );
    const followUps = await this.followUps(numbers);
    return rows.map((row) => {
      const { number, snapshot: snapshotText, revision, audit_hash: auditHash } = row;
      const followUp = followUps.get(number) ?? null;
      return {
        number,
        snapshotText,
        revision,
        auditHash,
        isRowAsSnapshot: isAsSnapshot(row, followUp),
        events: inOrder(events.get(number)).map(storedEvent),
        audit: inOrder(audit.get(journalOf(number))),
        followUp,
      };
    });
  }

  private async followUps(numbers: readonly string[]): Promise<ReadonlyMap<string, StoredFollowUp>> {
    const rows = await inChunks<CaseDeadlineRow>(
      this.database,
      `SELECT * FROM case_deadline WHERE kind = '${FOLLOW_UP}' AND case_number IN`,
      numbers,
    );
    const waiting = await inChunks<Pick<OutboxRow, 'id'>>(
      this.database,
      'SELECT id FROM outbox WHERE delivered_at IS NULL AND id IN',
      rows.map(({ case_number, revision }) => followUpWakeId(case_number, revision)),
    );
    const queued = new Set(waiting.map(({ id }) => id));
    return new Map(
      rows.map((row) => [
        row.case_number,
        {
          detail: row.detail,
          state: row.state,
          dueAt: row.due_at,
          hasFired: row.fired_at !== null,
          isQueued: queued.has(followUpWakeId(row.case_number, row.revision)),
        },
      ]),
    );
  }
}

/** Whether everything that the row repeats is what its snapshot says. A snapshot that cannot be read is another fault. */
function isAsSnapshot(row: CaseFileRow, stored: StoredFollowUp | null): boolean {
  try {
    const snapshot = JSON.parse(row.snapshot) as CaseSnapshot;
    const followUp = stored && (JSON.parse(stored.detail) as FollowUp);
    const expected = caseRow(snapshot, followUp, row.revision, row.audit_hash);
    return Object.entries(expected).every(([column, cell]) => {
      const found: unknown = row[column as keyof CaseFileRow];
      return column === 'snapshot' || found === (typeof cell === 'boolean' ? Number(cell) : cell);
    });
  } catch {
    return true;
  }
}

function storedEvent(row: CaseEventRow): StoredCaseEvent {
  const { type, at, on_day: on, actor, payload } = row;
  try {
    return { type, at, on, actor, payload, line: historyEntry(row) };
  } catch (error) {
    return { type, at, on, actor, payload, line: error instanceof Error ? error.message : String(error) };
  }
}

const inOrder = <T extends { readonly position: number }>(rows: readonly T[] = []): readonly T[] =>
  [...rows].sort((a, b) => a.position - b.position);

function by<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const list = found.get(key);
    if (list) list.push(row);
    else found.set(key, [row]);
  }
  return found;
}
