import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'account' })
export class AccountRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_account' }) username: string;
  @Column({ type: 'text' }) display_name: string;
  @Column({ type: 'text' }) password_hash: string;
  /** JSON list of role codes. */
  @Column({ type: 'text' }) roles: string;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'text', nullable: true }) person: string | null;
  @Column({ type: 'integer' }) is_disabled: number;
  @Column({ type: 'bigint' }) created_at: number;
  @Column({ type: 'integer', default: 0 }) is_senior: number;
  @Column({ type: 'integer', default: 0 }) has_second_factor: number;
}

@Entity({ name: 'login_session' })
@Index('ix_login_session_username', ['username'])
export class LoginSessionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_login_session' }) token_hash: string;
  @Column({ type: 'text' }) username: string;
  @Column({ type: 'bigint' }) created_at: number;
  @Column({ type: 'bigint' }) last_used_at: number;
  @Column({ type: 'bigint' }) expires_at: number;
  /** What the browser called itself, in two words; null when it said nothing that we know. */
  @Column({ type: 'text', nullable: true }) device: string | null;
}
