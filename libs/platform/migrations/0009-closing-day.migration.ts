import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { columns } from '../database';

/**
 * The day on which a request was closed stands in its row: some days after it, access ends by itself. What was closed
 * before this version has no day there, and is shut to its mediators from now on.
 */
export class ClosingDay1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const closedOn = new TableColumn(columns.text('closed_on', { isNullable: true }));
    await runner.addColumn('mediation_request', closedOn);
  }

  async down(): Promise<void> {
    throw new Error('This version cannot be undone: restore a backup instead.');
  }
}
