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
}

@Entity({ name: 'login_session' })
@Index('ix_login_session_username', ['username'])
export class LoginSessionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_login_session' }) token_hash: string;
  @Column({ type: 'text' }) username: string;
  @Column({ type: 'bigint' }) created_at: number;
  @Column({ type: 'bigint' }) last_used_at: number;
  @Column({ type: 'bigint' }) expires_at: number;
}
