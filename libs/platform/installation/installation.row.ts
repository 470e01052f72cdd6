import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which bureau this database is of. One row, written when the tables were made, and never changed. */
@Entity({ name: 'installation' })
export class InstallationRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_installation' }) mark: string;
  @Column({ type: 'bigint' }) made_at: number;
}
