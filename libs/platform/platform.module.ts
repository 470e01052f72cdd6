import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from '@bureau/kernel';
import { AuditJournal } from './audit';
import { AuditEntryRow } from './audit/audit.row';
import { Cipher, Keyring, type KeySettings, openKeyring } from './cipher';
import { Database, type DatabaseOptions, migrate, openDatabase } from './database';
import { InstallationRow } from './installation';
import { MeasuredDatabase, Metrics } from './metrics';
import { MIGRATIONS } from './migrations';
import { AnnouncingDatabase, IdempotencyKeyRow, OutboxNews, OutboxRow } from './outbox';
import { JobResultRow, JobResults } from './schedule';
import { TaskRow } from './tasks';
import { Turns } from './turns';

export const PLATFORM_ROWS = [
  AuditEntryRow,
  OutboxRow,
  IdempotencyKeyRow,
  InstallationRow,
  TaskRow,
  JobResultRow,
];

export interface PlatformOptions {
  readonly url: string | undefined;
  /** The rows of every context: TypeORM must know all tables to tell whether the schema has drifted. */
  readonly rows: DatabaseOptions['entities'];
  readonly connections?: number;
  readonly clock?: Clock;
  /** What fields are encrypted with; when left out, the file beside the SQLite database. */
  readonly keys?: KeySettings;
}

/** The database of a process, closed last: after everything that might still be writing. */
@Injectable()
class DatabaseLifetime implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}
  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}

/** What every context stands on: database, clock, turns, journal. Migrations run before anything else can ask. */
@Module({})
export class PlatformModule {
  static forRoot({ url, rows, connections, clock, keys }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        OutboxNews,
        { provide: Metrics, useFactory: () => new Metrics() },
        {
          provide: Database,
          inject: [OutboxNews, Metrics],
          useFactory: async (news: OutboxNews, metrics: Metrics) => {
            const database = await openMigrated({ url, connections, rows });
            return new AnnouncingDatabase(new MeasuredDatabase(database, metrics), news);
          },
        },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Keyring, useFactory: () => openKeyring(url, keys) },
        { provide: Cipher, inject: [Keyring], useFactory: (keyring: Keyring) => new Cipher(keyring) },
        Turns,
        AuditJournal,
        JobResults,
        DatabaseLifetime,
      ],
      exports: [Database, Clock, Keyring, Cipher, Turns, AuditJournal, JobResults, OutboxNews, Metrics],
    };
  }
}

async function openMigrated({ url, rows, connections }: PlatformOptions): Promise<Database> {
  const database = await openDatabase({
    url,
    entities: [...PLATFORM_ROWS, ...rows],
    migrations: MIGRATIONS,
    ...(connections && { connections }),
  });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
