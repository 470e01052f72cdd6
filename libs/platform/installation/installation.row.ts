import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which bureau this database is of. One row, written when first asked for, and never changed. */
@Entity({ name: 'installation' })
export class InstallationRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_installation' }) id: string;
  @Column({ type: 'text' }) mark: string;
}
