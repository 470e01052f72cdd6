import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the journal: who did what to which file, chained by hash to the line before it. */
@Entity({ name: 'audit_entry' })
export class AuditEntryRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_audit_entry' }) file: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_audit_entry' }) position: number;
  @Column({ type: 'text' }) at: string;
  @Column({ type: 'text', nullable: true }) actor: string | null;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) detail: string;
  @Column({ type: 'text' }) previous_hash: string;
  @Column({ type: 'text' }) hash: string;
}
