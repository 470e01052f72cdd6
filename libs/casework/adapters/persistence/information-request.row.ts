import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A question about mediation, counted by the year it came in. */
@Entity({ name: 'information_request' })
@Index('ix_information_request_year', ['received_year'])
export class InformationRequestRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_information_request' }) id: string;
  @Column({ type: 'text' }) received_on: string;
  @Column({ type: 'integer' }) received_year: number;
  @Column({ type: 'text' }) asker: string;
  @Column({ type: 'text' }) channel: string;
  /** The mediation request that came of it. */
  @Column({ type: 'text', nullable: true }) became_request: string | null;
}
