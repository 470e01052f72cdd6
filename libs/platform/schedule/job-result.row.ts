import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What came of one occurrence of something on a schedule; that it is there means that it was done. */
@Entity({ name: 'job_result' })
export class JobResultRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_job_result' }) job: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_job_result' }) on_day: string;
  @Column({ type: 'bigint' }) done_at: number;
  /** `done`, or `faults`: somebody has to look. */
  @Column({ type: 'text' }) outcome: string;
  /** JSON: counts and ids. */
  @Column({ type: 'text' }) detail: string;
}
