import { Injectable } from '@nestjs/common';
import { Database, type AuditEntryRow, type OutboxRow } from '@bureau/platform';
import { RequestStore, type HistoryEntry } from '../../application/request.store';
import {
  type OtherJournal,
  StoredFiles,
  type StoredDeadline,
  type StoredEvent,
  type StoredFile,
} from '../../application/verify-requests.use-case';
import { wakeId } from './request.batch';
import type { RequestDeadlineRow, RequestRow } from './request.rows';

/** The stored files as they lie in the tables. */
@Injectable()
export class DatabaseStoredFiles extends StoredFiles {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestStore,
  ) {
    super();
  }

  async numbers(): Promise<readonly string[]> {
    const rows = await this.database.read<{ number: string }>(
      // A history whose request is gone is as much a fault as the other way round.
      'SELECT number FROM mediation_request UNION SELECT request FROM request_event ORDER BY 1',
    );
    return rows.map(({ number }) => number);
  }

  async file(number: string): Promise<StoredFile> {
    const [row] = await this.database.read<RequestRow>('SELECT * FROM mediation_request WHERE number = ?', [
      number,
    ]);
    const events = await this.database.read<StoredEvent>(
      'SELECT type, at, on_day AS "on", actor, payload FROM request_event WHERE request = ? ORDER BY position',
      [number],
    );
    const audit = await this.journal(number);
    return {
      number,
      snapshotText: row?.snapshot ?? '',
      revision: row?.revision ?? 0,
      auditHash: row?.audit_hash ?? '',
      history: await this.historyOrWhyNot(number),
      events,
      audit,
      deadlines: await this.deadlines(number),
    };
  }

  /** Cases of the advice desk have journals too, tens of thousands of them; they are checked with their cases. */
  async otherJournals(): Promise<readonly OtherJournal[]> {
    const names = await this.database.read<{ file: string }>(
      `SELECT DISTINCT file FROM audit_entry
       WHERE file NOT LIKE 'case %' AND file NOT IN (SELECT number FROM mediation_request) ORDER BY file`,
    );
    return Promise.all(names.map(async ({ file }) => ({ name: file, lines: await this.journal(file) })));
  }

  private journal(file: string): Promise<readonly AuditEntryRow[]> {
    return this.database.read<AuditEntryRow>('SELECT * FROM audit_entry WHERE file = ? ORDER BY position', [
      file,
    ]);
  }

  private async historyOrWhyNot(number: string): Promise<HistoryEntry[] | string> {
    try {
      return await this.requests.history(number);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private async deadlines(number: string): Promise<StoredDeadline[]> {
    const rows = await this.database.read<RequestDeadlineRow>(
      'SELECT * FROM request_deadline WHERE request = ?',
      [number],
    );
    const waiting = await this.database.read<Pick<OutboxRow, 'id'>>(
      "SELECT id FROM outbox WHERE subject = ? AND kind = 'deadline.due' AND delivered_at IS NULL",
      [number],
    );
    const queued = new Set(waiting.map(({ id }) => id));
    return rows.map(({ kind, state, due_on, due_at, met_on, detail, fired_at, revision }) => ({
      kind,
      state,
      dueOn: due_on,
      dueAt: due_at,
      metOn: met_on,
      revision,
      detail,
      hasFired: fired_at !== null,
      isQueued: queued.has(wakeId(number, kind, revision)),
    }));
  }
}
