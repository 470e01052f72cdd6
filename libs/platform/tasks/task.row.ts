import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that somebody is asked to do. Ids, codes and dates only; one row for each stage that was reached. */
@Entity({ name: 'task' })
@Index('ix_task_open', ['done_at', 'subject'])
export class TaskRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_task' }) id: string;
  /** The number of the request or case that it is about. */
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) stage: string;
  /** The deadline it hangs on: once that is met, dropped or has another date, there is nothing left to do. */
  @Column({ type: 'text', nullable: true }) deadline: string | null;
  @Column({ type: 'integer', nullable: true }) revision: number | null;
  @Column({ type: 'text' }) for_role: string;
  /** The account it is for; null: whoever has the role. */
  @Column({ type: 'text', nullable: true }) for_person: string | null;
  @Column({ type: 'text', nullable: true }) due_on: string | null;
  @Column({ type: 'text' }) detail: string;
  @Column({ type: 'bigint' }) opened_at: number;
  @Column({ type: 'bigint', nullable: true }) done_at: number | null;
  /** The account that ticked it off; null when what happened closed it. */
  @Column({ type: 'text', nullable: true }) done_by: string | null;
  @Column({ type: 'text', nullable: true }) done_because: string | null;
}
