import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one parent answered to one item of the form. */
@Entity({ name: 'evaluation_answer' })
@Index('ix_evaluation_answer_year', ['request_year', 'item', 'score'])
export class EvaluationAnswerRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_evaluation_answer' }) request: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_evaluation_answer' }) parent: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_evaluation_answer' }) item: string;
  @Column({ type: 'integer' }) score: number;
  /** Null for a number that names no year: such an answer is kept, and in no report. */
  @Column({ type: 'integer', nullable: true }) request_year: number | null;
}

export const CORRESPONDENCE_ROWS = [EvaluationAnswerRow] as const;
