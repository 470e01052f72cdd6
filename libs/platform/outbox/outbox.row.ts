import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that must happen in the world because of a change, written in the same transaction as the change. */
@Entity({ name: 'outbox' })
@Index('ix_outbox_waiting', ['delivered_at', 'available_at'])
export class OutboxRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_outbox' }) id: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) subject: string;
  /** Ids only: a queue must never carry content of a file. */
  @Column({ type: 'text' }) payload: string;
  @Column({ type: 'bigint' }) created_at: number;
  /** Not before this moment; after a failure the moment of the next try. */
  @Column({ type: 'bigint' }) available_at: number;
  /** How often somebody has taken it up, the present time included. */
  @Column({ type: 'integer' }) attempts: number;
  /** Until then it is somebody's; who dies with it holds it no longer. */
  @Column({ type: 'bigint', nullable: true }) lease_until: number | null;
  /** Why the latest try failed. */
  @Column({ type: 'text', nullable: true }) last_error: string | null;
  @Column({ type: 'bigint', nullable: true }) delivered_at: number | null;
}
