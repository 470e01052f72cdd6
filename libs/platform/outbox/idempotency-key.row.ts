import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that a client gave to a change, with the answer it got: the same key gets the same answer, once applied. */
@Entity({ name: 'idempotency_key' })
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_idempotency_key' }) actor: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_idempotency_key' }) key: string;
  @Column({ type: 'text' }) body_hash: string;
  @Column({ type: 'text' }) answer: string;
  @Column({ type: 'bigint' }) created_at: number;
}
