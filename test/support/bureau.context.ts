import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ACCESS_ROWS } from '@bureau/access';
import { CASEWORK_ROWS } from '@bureau/casework';
import { loadConfig } from '@bureau/config';
import { CORRESPONDENCE_ROWS } from '@bureau/correspondence';
import { Clock, FixedClock, instantOf } from '@bureau/kernel';
import { MEDIATION_ROWS } from '@bureau/mediation';
import { MEDIATOR_ROWS } from '@bureau/mediators';
import { Database, migrate, MIGRATIONS, openDatabase, PLATFORM_ROWS, Turns } from '@bureau/platform';
import { CoreModule } from '../../apps/core/core.module';
import { describeOnEachDatabase, type Testbed, type TestSchema } from './databases';

/** Every table of the program, and every migration that makes them. */
export const WHOLE_SCHEMA: TestSchema = {
  entities: [
    ...PLATFORM_ROWS,
    ...ACCESS_ROWS,
    ...MEDIATION_ROWS,
    ...MEDIATOR_ROWS,
    ...CASEWORK_ROWS,
    ...CORRESPONDENCE_ROWS,
  ],
  migrations: MIGRATIONS,
};

export interface ContextOptions {
  readonly clock?: Clock;
  /** Something between the program and its database. */
  readonly between?: (database: Database) => Database;
  readonly turns?: Turns;
}

/** Noon of the day on which the requests of the builders are registered. */
export const noon = (): FixedClock => new FixedClock(instantOf('2026-03-02T11:00:00Z'));

/** One process of the bureau without doors, on the database at `url`. Close it. */
export async function aBureau(
  url: string,
  { clock = noon(), between, turns }: ContextOptions = {},
): Promise<INestApplicationContext> {
  const core = CoreModule.forRoot(loadConfig({ DATABASE_URL: url }), { clock });
  const building = Test.createTestingModule({ imports: [core] });
  if (between) {
    const factory = async () => {
      const database = await openDatabase({ url, connections: 5, ...WHOLE_SCHEMA });
      await migrate(database);
      return between(database);
    };
    building.overrideProvider(Database).useFactory({ factory });
  }
  if (turns) building.overrideProvider(Turns).useValue(turns);
  const bureau = await building.compile();
  return bureau.init();
}

/** What a suite gets: new bureaus, which are closed after it. */
export interface Bureaus {
  readonly place: Testbed['place'];
  readonly dialect: Testbed['dialect'];
  readonly open: (url: string, options?: ContextOptions) => Promise<INestApplicationContext>;
}

export function describeBureau(name: string, suite: (bureaus: Bureaus) => void): void {
  describeOnEachDatabase(
    name,
    (_, { place, dialect }) => {
      // A describe of its own, so that what is open is closed before its database is removed.
      describe('in a process', () => {
        const opened: INestApplicationContext[] = [];
        afterAll(async () => {
          for (const bureau of opened) await bureau.close();
        });
        suite({
          place,
          dialect,
          open: async (url, options) => {
            const bureau = await aBureau(url, options);
            opened.push(bureau);
            return bureau;
          },
        });
      });
    },
    WHOLE_SCHEMA,
  );
}
