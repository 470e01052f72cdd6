import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { DigestRow } from './digest.row';

/** A request as it stands: the snapshot, and beside it only what lists are sorted and filtered by. */
@Entity({ name: 'mediation_request' })
@Index('ix_mediation_request_year', ['registered_year'])
@Index('ix_mediation_request_work', ['is_open', 'next_due_at', 'number'])
export class RequestRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_mediation_request' }) number: string;
  @Column({ type: 'integer' }) registered_year: number;
  /** The last part of a number the bureau gave out itself (MB-2026-014: 14); 0 for a number from elsewhere. */
  @Column({ type: 'integer' }) sequence: number;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) phase: string;
  @Column({ type: 'integer' }) is_open: number;
  @Column({ type: 'text' }) registered_on: string;
  /** The day on which it was closed; null while it is open. */
  @Column({ type: 'text', nullable: true }) closed_on: string | null;
  @Column({ type: 'text', nullable: true }) assignee: string | null;
  @Column({ type: 'text', nullable: true }) next_deadline: string | null;
  @Column({ type: 'text', nullable: true }) next_due_on: string | null;
  @Column({ type: 'bigint', nullable: true }) next_due_at: number | null;
  @Column({ type: 'text' }) machine_version: string;
  /** How many events the request has met; the guard of every write. */
  @Column({ type: 'integer' }) revision: number;
  @Column({ type: 'text' }) snapshot: string;
  @Column({ type: 'text' }) audit_hash: string;
}

/** A person of the pool with a role in a request: what "own" requests are. */
@Entity({ name: 'request_party' })
@Index('ix_request_party_person', ['person'])
export class RequestPartyRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request_party' }) request: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request_party' }) person: string;
  @Column({ type: 'text' }) role: string;
}

/** One event of a request, in the order it was accepted; never changed. */
@Entity({ name: 'request_event' })
export class RequestEventRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request_event' }) request: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_request_event' }) position: number;
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text' }) at: string;
  @Column({ type: 'text' }) on_day: string;
  @Column({ type: 'text', nullable: true }) actor: string | null;
  @Column({ type: 'text' }) payload: string;
  @Column({ type: 'text' }) machine_version: string;
  /** `live`, or `replay` of an old register. */
  @Column({ type: 'text' }) source: string;
}

/** One deadline of a request. The rows are the truth; a queue only wakes whoever looks at them. */
@Entity({ name: 'request_deadline' })
@Index('ix_request_deadline_due', ['state', 'fired_at', 'due_at'])
export class RequestDeadlineRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request_deadline' }) request: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_request_deadline' }) kind: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) due_on: string;
  @Column({ type: 'bigint' }) due_at: number;
  @Column({ type: 'text', nullable: true }) met_on: string | null;
  /** The whole deadline as it was worked out, with all that explains its date. */
  @Column({ type: 'text' }) detail: string;
  @Column({ type: 'integer' }) revision: number;
  @Column({ type: 'bigint', nullable: true }) fired_at: number | null;
}

/** A quarter of an hour of a mediator. The primary key is what makes a double booking impossible. */
@Entity({ name: 'booking_slot' })
@Index('ix_booking_slot_request', ['request'])
export class BookingSlotRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_booking_slot' }) mediator: string;
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_booking_slot' }) slot: number;
  @Column({ type: 'text' }) request: string;
  @Column({ type: 'integer' }) session_no: number;
}

export const MEDIATION_ROWS = [
  RequestRow,
  RequestPartyRow,
  RequestEventRow,
  RequestDeadlineRow,
  BookingSlotRow,
  DigestRow,
];
