import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What waited for somebody on the morning of a day: numbers, kinds and dates, no names of a family. */
@Entity({ name: 'digest' })
export class DigestRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_digest' }) username: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_digest' }) on_day: string;
  @Column({ type: 'bigint' }) made_at: number;
  @Column({ type: 'text' }) content: string;
}
