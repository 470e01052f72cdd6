import { Database, migrate, openDatabase, pendingMigrations, schemaDrift } from '@bureau/platform';
import { aBureau, type Bureaus, describeBureau, WHOLE_SCHEMA } from '../support/bureau.context';

describeBureau('the tables of the bureau', suite);

const LATER = { timestamp: 1_900_000_000_000, name: 'Later1900000000000' };

function suite({ open, place }: Bureaus): void {
  it('are after all migrations what the rows of every context say they are', async () => {
    const bureau = await open(place());
    const database = bureau.get(Database);
    expect(await schemaDrift(database)).toEqual([]);
    expect(await pendingMigrations(database)).toEqual([]);
    const tables = database.dataSource.entityMetadatas.map(({ tableName }) => tableName).sort();
    expect(tables).toEqual([
      'account',
      'audit_entry',
      'booking_slot',
      'break_glass',
      'case_deadline',
      'case_event',
      'case_file',
      'case_person',
      'case_search',
      'conflict_check',
      'conflict_group',
      'conflict_member',
      'conflict_side',
      'contact_moment',
      'digest',
      'evaluation_answer',
      'family_member',
      'file_access',
      'handover',
      'idempotency_key',
      'information_request',
      'installation',
      'job_result',
      'login_session',
      'mediation_request',
      'mediator',
      'outbox',
      'person_key',
      'recovery_code',
      'request_deadline',
      'request_event',
      'request_party',
      'second_factor',
      'task',
    ]);
  });

  it('are known to the tests as they are to the program', async () => {
    const bureau = await open(place());
    const known = bureau.get(Database).dataSource.entityMetadatas.length;
    expect(WHOLE_SCHEMA.entities).toHaveLength(known);
  });

  it('are left alone, with words, when a newer version of the program has used them', async () => {
    const url = place();
    const bureau = await open(url);
    await bureau.get(Database).commit({ writes: [{ insert: 'migrations', rows: [LATER] }] });
    const refusal =
      /newer version of the program \(it has Later1900000000000\).*\n.*left everything as it is.*\n.*newer version again.*backup/;
    await expect(aBureau(url)).rejects.toThrow(refusal);
    await expect(openDatabase({ url, ...WHOLE_SCHEMA })).rejects.toThrow(refusal);
    await bureau.get(Database).commit({ writes: [{ remove: 'migrations', rows: [{ name: LATER.name }] }] });
    const again = await open(url);
    expect(await migrate(again.get(Database))).toEqual([]);
  });
}
