import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A case as it stands: the snapshot, and beside it only what lists and reports sort, filter and count by. */
@Entity({ name: 'case_file' })
@Index('ix_case_file_year', ['opened_year', 'line', 'code'])
@Index('ix_case_file_handler', ['handler', 'is_open', 'number'])
@Index('ix_case_file_deputy', ['deputy', 'is_open', 'number'])
@Index('ix_case_file_line', ['line', 'is_open', 'number'])
@Index('ix_case_file_of_line', ['line', 'number'])
@Index('ix_case_file_work', ['is_open', 'follow_up_due', 'number'])
@Index('ix_case_file_incident', ['incident'])
export class CaseFileRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_file' }) number: string;
  @Column({ type: 'text' }) opened_on: string;
  @Column({ type: 'integer' }) opened_year: number;
  @Column({ type: 'integer' }) opened_month: number;
  @Column({ type: 'text', nullable: true }) closed_on: string | null;
  @Column({ type: 'text', nullable: true }) closing_reason: string | null;
  @Column({ type: 'integer' }) line: number;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) caller_type: string;
  @Column({ type: 'text' }) caller_role: string;
  @Column({ type: 'text' }) handler: string;
  /** Who stands in for the handler and sees what the handler sees. */
  @Column({ type: 'text', nullable: true }) deputy: string | null;
  @Column({ type: 'text', nullable: true }) taking_person: string | null;
  @Column({ type: 'text', nullable: true }) contact_seeker: string | null;
  @Column({ type: 'text', nullable: true }) from_country: string | null;
  @Column({ type: 'text', nullable: true }) to_country: string | null;
  /** Birth dates as a JSON list, in the order they were given; twins have the same one twice. */
  @Column({ type: 'text' }) children: string;
  @Column({ type: 'integer' }) child_count: number;
  /** The same for all cases of one family event. */
  @Column({ type: 'text', nullable: true }) incident: string | null;
  /** The number of the opposing case as an old register named it. */
  @Column({ type: 'text', nullable: true }) conflict_with: string | null;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text', nullable: true }) follow_up_due: string | null;
  @Column({ type: 'integer' }) is_open: number;
  /** The last part of a number the bureau gave out itself (2026-00014: 14); 0 for a number from elsewhere. */
  @Column({ type: 'integer' }) sequence: number;
  @Column({ type: 'text' }) machine_version: string;
  /** How many events the case has met; the guard of every write. */
  @Column({ type: 'integer' }) revision: number;
  @Column({ type: 'text' }) snapshot: string;
  @Column({ type: 'text' }) audit_hash: string;
}

/** One event of a case, in the order it was accepted; never changed. */
@Entity({ name: 'case_event' })
export class CaseEventRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_event' }) case_number: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_case_event' }) position: number;
  @Column({ type: 'text' }) type: string;
  @Column({ type: 'text' }) at: string;
  @Column({ type: 'text' }) on_day: string;
  @Column({ type: 'text', nullable: true }) actor: string | null;
  @Column({ type: 'text' }) payload: string;
  @Column({ type: 'text' }) machine_version: string;
  /** `live`, or `import` of an old register. */
  @Column({ type: 'text' }) source: string;
}

/** One deadline of a case. The rows are the truth; a queue only wakes whoever looks at them. */
@Entity({ name: 'case_deadline' })
@Index('ix_case_deadline_due', ['state', 'fired_at', 'due_at'])
export class CaseDeadlineRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_deadline' }) case_number: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_deadline' }) kind: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) due_on: string;
  @Column({ type: 'bigint' }) due_at: number;
  @Column({ type: 'text', nullable: true }) met_on: string | null;
  @Column({ type: 'text' }) detail: string;
  @Column({ type: 'integer' }) revision: number;
  @Column({ type: 'bigint', nullable: true }) fired_at: number | null;
}

/** Once somebody of the desk and a caller were in touch. Two in one minute over one channel are two. */
@Entity({ name: 'contact_moment' })
@Index('ix_contact_moment_year', ['year', 'channel', 'caller_type'])
export class ContactMomentRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_contact_moment' }) case_number: string;
  /** ISO text with the offset it was registered with. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_contact_moment' }) at: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_contact_moment' }) channel: string;
  /** 1, and 2 and on for more of them with the same case, moment and channel. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_contact_moment' }) nth: number;
  @Column({ type: 'text' }) on_day: string;
  @Column({ type: 'integer' }) year: number;
  @Column({ type: 'integer' }) month: number;
  @Column({ type: 'text' }) caller_type: string;
  @Column({ type: 'text' }) handler: string;
  @Column({ type: 'text', nullable: true }) direction: string | null;
  @Column({ type: 'integer', nullable: true }) minutes: number | null;
  @Column({ type: 'text', nullable: true }) language: string | null;
  @Column({ type: 'text', nullable: true }) summary: string | null;
}

/** Somebody named in a case. */
@Entity({ name: 'case_person' })
export class CasePersonRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_person' }) case_number: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_person' }) key: string;
  @Column({ type: 'text' }) role: string;
  @Column({ type: 'text' }) name: string;
  /** Maiden and other names, as a JSON list. */
  @Column({ type: 'text' }) other_names: string;
  @Column({ type: 'text', nullable: true }) birth_date: string | null;
  @Column({ type: 'text', nullable: true }) phone: string | null;
  @Column({ type: 'text', nullable: true }) email: string | null;
}

/** A word by which a case is found: of a name, or a court number; small letters and figures only. */
@Entity({ name: 'case_search' })
@Index('ix_case_search_words', ['case_number', 'token'])
export class CaseSearchRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_search' }) token: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_case_search' }) case_number: string;
}

/** What a jurist offered the mediation bureau of a case, and what came of it. */
@Entity({ name: 'handover' })
@Index('ix_handover_queue', ['is_waiting', 'offered_at'])
@Index('ix_handover_case', ['case_number'])
@Index('ix_handover_request', ['request'])
export class HandoverRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_handover' }) id: string;
  @Column({ type: 'text' }) case_number: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) offered_at: string;
  @Column({ type: 'text' }) offered_by: string;
  @Column({ type: 'text' }) consent_by: string;
  @Column({ type: 'text' }) consent_on: string;
  /** The facts that the caller agreed to share, and no others. */
  @Column({ type: 'text' }) facts: string;
  @Column({ type: 'text', nullable: true }) decided_at: string | null;
  @Column({ type: 'text', nullable: true }) decided_by: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  /** The mediation request it became or joined. */
  @Column({ type: 'text', nullable: true }) request: string | null;
  @Column({ type: 'integer' }) is_waiting: number;
  @Column({ type: 'integer' }) revision: number;
}
