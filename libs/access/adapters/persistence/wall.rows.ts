import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Two files between which stands a wall; lifted, never removed. */
@Entity({ name: 'conflict_group' })
export class ConflictGroupRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_group' }) id: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) basis: string;
  @Column({ type: 'text' }) since: string;
  @Column({ type: 'text', nullable: true }) raised_by: string | null;
  @Column({ type: 'text', nullable: true }) lifted_at: string | null;
  @Column({ type: 'text', nullable: true }) lifted_by: string | null;
  @Column({ type: 'text', nullable: true }) lift_reason: string | null;
  @Column({ type: 'integer' }) is_up: number;
}

/** On which side of the wall a file stands. */
@Entity({ name: 'conflict_side' })
@Index('ix_conflict_side_file', ['file_kind', 'file_number'])
export class ConflictSideRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_side' }) group_id: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_side' }) file_kind: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_side' }) file_number: string;
  @Column({ type: 'text' }) side: string;
}

/** On which side of the wall somebody stands: the first they came to, for good. */
@Entity({ name: 'conflict_member' })
@Index('ix_conflict_member_account', ['account'])
export class ConflictMemberRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_member' }) group_id: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_conflict_member' }) account: string;
  @Column({ type: 'text' }) side: string;
  @Column({ type: 'text' }) since: string;
}

/** From when to when somebody had a file open to them, and in what capacity. Moments in epoch milliseconds. */
@Entity({ name: 'file_access' })
@Index('ix_file_access_account', ['account', 'until'])
export class FileAccessRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_access' }) file_kind: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_access' }) file_number: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_access' }) account: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_access' }) capacity: string;
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_file_access' }) since: number;
  @Column({ type: 'bigint', nullable: true }) until: number | null;
  @Column({ type: 'text', nullable: true }) given_by: string | null;
}

/** Once somebody went through the wall, with a reason, and who looked at it afterwards. */
@Entity({ name: 'break_glass' })
@Index('ix_break_glass_file', ['file_kind', 'file_number'])
@Index('ix_break_glass_review', ['is_to_review', 'since'])
export class BreakGlassRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_break_glass' }) id: string;
  @Column({ type: 'text' }) file_kind: string;
  @Column({ type: 'text' }) file_number: string;
  @Column({ type: 'text' }) account: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'bigint' }) since: number;
  @Column({ type: 'bigint' }) until: number;
  @Column({ type: 'integer' }) is_to_review: number;
  @Column({ type: 'text', nullable: true }) reviewed_at: string | null;
  @Column({ type: 'text', nullable: true }) reviewed_by: string | null;
  @Column({ type: 'text', nullable: true }) review: string | null;
}

export const WALL_ROWS = [
  ConflictGroupRow,
  ConflictSideRow,
  ConflictMemberRow,
  FileAccessRow,
  BreakGlassRow,
] as const;
