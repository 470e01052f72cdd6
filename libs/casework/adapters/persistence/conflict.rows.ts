import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where somebody is found again: one key of one person of one file. */
@Entity({ name: 'person_key' })
@Index('ix_person_key_file', ['file_kind', 'file_number'])
export class PersonKeyRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_person_key' }) key: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_person_key' }) file_kind: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_person_key' }) file_number: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_person_key' }) person: string;
}

/** Somebody of a family as a conflict check knows them; children too. */
@Entity({ name: 'family_member' })
export class FamilyMemberRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_family_member' }) file_kind: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_family_member' }) file_number: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_family_member' }) person: string;
  @Column({ type: 'text' }) role: string;
  @Column({ type: 'integer' }) is_client: number;
  @Column({ type: 'text', nullable: true }) name: string | null;
  @Column({ type: 'text' }) other_names: string;
  @Column({ type: 'text', nullable: true }) birth_date: string | null;
  @Column({ type: 'text', nullable: true }) phone: string | null;
  @Column({ type: 'text', nullable: true }) email: string | null;
}

/** One check: what it found, and who decided what about it. */
@Entity({ name: 'conflict_check' })
@Index('ix_conflict_check_open', ['is_open', 'checked_at'])
@Index('ix_conflict_check_file', ['file_kind', 'file_number'])
export class ConflictCheckRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_check' }) id: string;
  @Column({ type: 'text' }) file_kind: string;
  @Column({ type: 'text', nullable: true }) file_number: string | null;
  @Column({ type: 'text' }) checked_at: string;
  @Column({ type: 'text' }) checked_by: string;
  @Column({ type: 'text' }) policy_version: string;
  @Column({ type: 'text' }) outcome: string;
  @Column({ type: 'text' }) candidates: string;
  @Column({ type: 'integer' }) is_open: number;
  @Column({ type: 'text', nullable: true }) decision: string | null;
  @Column({ type: 'text', nullable: true }) decided_at: string | null;
  @Column({ type: 'text', nullable: true }) decided_by: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
}

export const CONFLICT_ROWS = [PersonKeyRow, FamilyMemberRow, ConflictCheckRow] as const;
