import type { SealedColumn } from '@bureau/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the authenticator of an account shares with the program. */
@Entity({ name: 'second_factor' })
export class SecondFactorRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_second_factor' }) username: string;
  /** Sealed. */
  @Column({ type: 'text' }) secret: string;
  /** 0 until its owner has shown a code. */
  @Column({ type: 'integer' }) is_confirmed: number;
  /** The time step of the last code that was taken: no code of it or before it is taken again. */
  @Column({ type: 'integer' }) last_step: number;
  @Column({ type: 'bigint' }) created_at: number;
}

@Entity({ name: 'recovery_code' })
export class RecoveryCodeRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_recovery_code' }) username: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_recovery_code' }) code_hash: string;
  @Column({ type: 'integer' }) is_used: number;
}

/** The encrypted columns of this lib. */
export const ACCESS_SEALED: readonly SealedColumn[] = [
  { table: 'second_factor', column: 'secret', key: ['username'] },
];
