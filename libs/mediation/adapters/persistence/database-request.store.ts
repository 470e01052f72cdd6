import { Injectable } from '@nestjs/common';
import type { Instant, PlainDate } from '@bureau/kernel';
import { Database, type CommitResult } from '@bureau/platform';
import {
  DamagedRequest,
  OtherMachineVersion,
  RequestStore,
  type HistoryEntry,
  type KeptAnswer,
  type RequestSave,
  type SaveResult,
  type StoredRequest,
} from '../../application/request.store';
import type { RequestSnapshot } from '../../domain/request/request.engine';
import { MACHINE_VERSION } from '../../domain/request/request.machine';
import type { RequestEvent } from '../../domain/vocabulary/events';
import type { RequestPolicy } from '../../domain/request/request.policy';
import { LatestStates } from './latest-states';
import { batchOf, PINNED_POLICY } from './request.batch';
import type { IdempotencyKeyRow } from '@bureau/platform';
import type { Party } from '../../domain/request/parties.rules';
import type { BookingSlotRow, RequestEventRow, RequestPartyRow, RequestRow } from './request.rows';

/** Requests in the bureau's own database, SQLite or PostgreSQL alike. */
@Injectable()
export class DatabaseRequestStore extends RequestStore {
  private readonly latest = new LatestStates();

  constructor(private readonly database: Database) {
    super();
  }

  recalled(number: string): StoredRequest | null {
    return this.latest.of(number);
  }

  async load(number: string): Promise<StoredRequest | null> {
    // Before the read: what was damaged or removed must not be remembered as it was.
    this.latest.forget(number);
    const [row] = await this.database.read<RequestRow>(
      'SELECT snapshot, revision, audit_hash, assignee, machine_version FROM mediation_request WHERE number = ?',
      [number],
    );
    if (!row) return null;
    const stored = {
      snapshot: snapshotFrom(number, row),
      revision: row.revision,
      auditHash: row.audit_hash,
      assignee: row.assignee,
    };
    this.latest.keep(number, stored);
    return stored;
  }

  async history(number: string): Promise<HistoryEntry[]> {
    const rows = await this.database.read<RequestEventRow>(
      'SELECT * FROM request_event WHERE request = ? ORDER BY position',
      [number],
    );
    return rows.map((row) => ({
      position: row.position,
      ...eventFrom(number, row),
      stamp: { at: row.at as Instant, on: row.on_day as PlainDate, actor: row.actor },
      machineVersion: row.machine_version,
      source: row.source === 'replay' ? 'replay' : 'live',
    }));
  }

  async save(save: RequestSave): Promise<SaveResult> {
    const { batch, stored } = batchOf(save);
    const result = await this.database.commit(batch);
    if (result.ok) this.latest.keep(save.number, stored);
    else this.latest.forget(save.number);
    return saveResult(result);
  }

  async keptAnswer(actor: string, key: string): Promise<Pick<KeptAnswer, 'bodyHash' | 'answer'> | null> {
    const [row] = await this.database.read<Pick<IdempotencyKeyRow, 'body_hash' | 'answer'>>(
      'SELECT body_hash, answer FROM idempotency_key WHERE actor = ? AND key = ?',
      [actor, key],
    );
    return row ? { bodyHash: row.body_hash, answer: row.answer } : null;
  }

  async lastSequence(year: number): Promise<number> {
    const [row] = await this.database.read<{ last: number | null }>(
      'SELECT MAX(sequence) AS last FROM mediation_request WHERE number LIKE ?',
      [`MB-${year}-%`],
    );
    return row?.last ?? 0;
  }

  async bookings(): Promise<readonly (readonly [string, string])[]> {
    const rows = await this.database.read<Pick<BookingSlotRow, 'mediator' | 'slot' | 'request'>>(
      'SELECT mediator, slot, request FROM booking_slot',
    );
    return rows.map(({ mediator, slot, request }) => [`${mediator} ${slot}`, request] as const);
  }

  async roleOf(number: string, person: string, closedSince: PlainDate): Promise<Party['role'] | null> {
    const [row] = await this.database.read<Pick<RequestPartyRow, 'role'>>(
      `SELECT p.role FROM request_party p JOIN mediation_request r ON r.number = p.request
       WHERE p.request = ? AND p.person = ?
         AND (p.role <> 'mediator' OR r.is_open = 1 OR r.closed_on >= ?)`,
      [number, person, closedSince],
    );
    return (row?.role ?? null) as Party['role'] | null;
  }
}

/** The snapshot of a row; throws when this build cannot read it. */
export function snapshotFrom(
  number: string,
  row: Pick<RequestRow, 'snapshot' | 'machine_version'>,
): RequestSnapshot {
  if (row.machine_version !== MACHINE_VERSION)
    throw new OtherMachineVersion(number, row.machine_version, MACHINE_VERSION);
  try {
    return JSON.parse(row.snapshot) as RequestSnapshot;
  } catch {
    throw new DamagedRequest(number, 'its snapshot is not readable');
  }
}

/** The event as it was sent, and the policy that was written down beside a registration. */
function eventFrom(number: string, row: RequestEventRow): Pick<HistoryEntry, 'event' | 'policy'> {
  try {
    const { [PINNED_POLICY]: policy = null, ...payload } = JSON.parse(row.payload) as {
      readonly [PINNED_POLICY]?: RequestPolicy;
    };
    return { event: { type: row.type, ...payload } as RequestEvent, policy };
  } catch {
    throw new DamagedRequest(number, `event ${row.position} of its history is not readable`);
  }
}

function saveResult(result: CommitResult): SaveResult {
  if (result.ok) return 'saved';
  if (result.because === 'stale') return 'stale';
  if (result.table === 'booking_slot') return 'mediator-booked';
  if (result.table === 'idempotency_key') return 'key-used';
  // The number itself, or a line of its history or journal: somebody else wrote it first.
  return result.table === 'mediation_request' ? 'number-taken' : 'stale';
}
