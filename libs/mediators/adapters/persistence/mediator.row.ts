import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of the pool. */
@Entity({ name: 'mediator' })
export class MediatorRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_mediator' }) mediator: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) profession: string;
  /** With `;` between them, as in the file. */
  @Column({ type: 'text' }) languages: string;
  @Column({ type: 'text' }) gender: string;
  @Column({ type: 'text' }) stage: string;
  @Column({ type: 'integer' }) legal_aid_registered: number;
  @Column({ type: 'integer' }) max_open: number;
  @Column({ type: 'text' }) joined_on: string;
}

export const MEDIATOR_ROWS = [MediatorRow] as const;
