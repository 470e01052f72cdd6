import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What came of one occurrence of something on a schedule; that it is there means that it was done. */
@Entity({ name: 'job_result' })
export class JobResultRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_job_result' }) job: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_job_result' }) on_day: string;
  @Column({ type: 'bigint' }) done_at: number;
  /** `done`; `faults`: somebody has to look; `missed`: its day had passed before it could be done. */
  @Column({ type: 'text' }) outcome: string;
  /** JSON: counts and ids. */
  @Column({ type: 'text' }) detail: string;
}
