import { EntitySchema, type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import {
  columns,
  type Database,
  migrate,
  openDatabase,
  pendingMigrations,
  schemaDrift,
} from '@bureau/platform';
import { describeOnEachDatabase, type OpenDatabase, type Testbed } from '../support/databases';
import { count, entry, tally } from '../support/tally.rows';
import { TALLIES, Tallies1700000000000 } from '../support/tally.schema';

describeOnEachDatabase('migrating', migrating, TALLIES);

function migrating(open: OpenDatabase, { place }: Testbed): void {
  it('leaves no difference between migrations and entities', async () => {
    const database = await open();
    expect(await schemaDrift(database)).toEqual([]);
    expect(await pendingMigrations(database)).toEqual([]);
  });

  it('tells a difference between migrations and entities', async () => {
    const url = place();
    await open({ url });
    const text = { type: 'text', nullable: true } as const;
    const mark = new EntitySchema({
      name: 'mark',
      columns: {
        id: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_mark' },
        code: text,
        forgotten: text,
      },
      uniques: [{ name: 'uq_mark_code', columns: ['code'] }],
    });
    const changed = await openDatabase({ url, entities: [mark], migrations: TALLIES.migrations });
    expect((await schemaDrift(changed)).join()).toContain('forgotten');
    await changed.close();
  });

  it('runs every migration once when four processes start at the same time', async () => {
    const url = place();
    const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url, ...TALLIES })));
    expect(await pendingMigrations(databases[0] as Database)).toEqual(['Tallies1700000000000']);
    const ran = await Promise.all(databases.map((database) => migrate(database)));
    expect(ran.flat()).toEqual(['Tallies1700000000000']);
    await Promise.all(databases.map((database) => database.close()));
  });

  it('undoes a migration that fails halfway', async () => {
    const url = place();
    class Halfway1700000000001 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('create table halfway (id text)');
        throw new Error('power cut');
      }
      async down(): Promise<void> {}
    }
    const migrations = [Tallies1700000000000, Halfway1700000000001];
    const database = await openDatabase({ url, entities: [], migrations });
    await expect(migrate(database)).rejects.toThrow('power cut');
    expect(await pendingMigrations(database)).toEqual(migrations.map(({ name }) => name));
    await database.close();
    expect(await count(await open({ url }), 'tally')).toBe(0);
  });

  it('keeps the rows that refer to a table which a migration builds anew', async () => {
    const url = place();
    const database = await open({ url });
    await database.commit({
      writes: [
        { insert: 'tally', rows: [tally('a')] },
        { insert: 'entry', rows: [entry('e', 'a', 1)] },
      ],
    });
    await database.close();
    class Anew1700000000002 implements MigrationInterface {
      async up(runner: QueryRunner): Promise<void> {
        await runner.changeColumn(
          'tally',
          'note',
          new TableColumn(columns.text('remark', { isNullable: true })),
        );
      }
      async down(): Promise<void> {}
    }
    const next = await openDatabase({
      url,
      entities: [],
      migrations: [Tallies1700000000000, Anew1700000000002],
    });
    await migrate(next);
    expect(await next.read('select id, remark from tally')).toEqual([{ id: 'a', remark: null }]);
    expect(await count(next, 'entry')).toBe(1);
    const orphan = next.commit({ writes: [{ insert: 'entry', rows: [entry('f', 'no such tally', 1)] }] });
    await expect(orphan).rejects.toMatchObject({ name: 'InvalidBatch' });
    await next.close();
  });

  it('refuses a database that a newer version has used', async () => {
    const url = place();
    const database = await open({ url });
    await database.commit({
      writes: [{ insert: 'migrations', rows: [{ timestamp: 1800000000000, name: 'Later1800000000000' }] }],
    });
    await expect(migrate(database)).rejects.toMatchObject({ name: 'DatabaseProblem' });
    await expect(openDatabase({ url, ...TALLIES })).rejects.toThrow(/newer version.*Later1800000000000/);
  });
}
