import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const index = (name: string, columnNames: string[]): TableIndex => new TableIndex({ name, columnNames });

/** Lists of cases are read in the order of their numbers: these indexes give that order, and nothing is sorted. */
export class CaseLists1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('case_file', index('ix_case_file_of_line', ['line', 'number']));
    await runner.dropIndex('case_search', 'ix_case_search_case');
    await runner.createIndex('case_search', index('ix_case_search_words', ['case_number', 'token']));
  }

  async down(): Promise<void> {
    throw new Error('There is no way back to an older version: restore the backup that was made before it.');
  }
}
