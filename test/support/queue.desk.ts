import { SystemClock, type Clock } from '@bureau/kernel';
import {
  AnnouncingDatabase,
  type Database,
  DueJobs,
  type Job,
  JOB_KINDS,
  JobHandler,
  JobHandlers,
  JobRunner,
  MIGRATIONS,
  openDatabase,
  openWakeUps,
  OutboxNews,
  OutboxReader,
  type OutboxRow,
  PLATFORM_ROWS,
  Relay,
  type RunnerOptions,
  type WriteBatch,
} from '@bureau/platform';
import { TALLIES, type TallyRow } from './tally.schema';

export const DESK_SCHEMA = {
  entities: [...PLATFORM_ROWS, ...TALLIES.entities],
  migrations: [...TALLIES.migrations, ...MIGRATIONS],
};

/** Short, so that a test need not wait: the program itself uses 30 and 15 seconds. */
export const LEASE_MS = 1_000;
const HORIZON_MS = 60_000;
const TIMINGS = { lockDuration: LEASE_MS, stalledInterval: 400 };
export const BACKOFF_MS = 150;
const TERMS = Object.fromEntries(
  JOB_KINDS.map((kind) => [kind, { attempts: 3, backoffMillis: BACKOFF_MS }]),
) as NonNullable<RunnerOptions['terms']>;

/** Adds 1 to the tally that a job names, as long as that still is as it was when the job was written. */
export class TallyHandler extends JobHandler {
  readonly handled: { readonly id: string; readonly at: number }[] = [];
  /** What happens before each try; throwing makes it fail. */
  before: (job: Job) => void | Promise<void> = () => undefined;

  constructor(private readonly database: Database) {
    super();
  }

  async handle(job: Job): Promise<WriteBatch | null> {
    this.handled.push({ id: job.id, at: Date.now() });
    await this.before(job);
    const { subject, ids } = job;
    const [tally] = await this.database.read<TallyRow>('SELECT * FROM tally WHERE id = ?', [subject]);
    if (!tally || tally.revision !== ids['revision']) return null;
    const set = { revision: tally.revision + 1, total: tally.total + 1 };
    return {
      guard: { change: 'tally', where: { id: subject, revision: tally.revision }, set },
      writes: [],
    };
  }
}

/** One process of a bureau, as far as jobs go. */
export class Desk {
  private constructor(
    readonly database: Database,
    readonly handler: TallyHandler,
    readonly outbox: OutboxReader,
    readonly wakeUps: ReturnType<typeof openWakeUps>,
    readonly relay: Relay,
  ) {}

  static async open(
    databaseUrl: string,
    queueUrl: string | undefined,
    clock: Clock = new SystemClock(),
  ): Promise<Desk> {
    const news = new OutboxNews();
    const database = new AnnouncingDatabase(await openDatabase({ url: databaseUrl, ...DESK_SCHEMA }), news);
    const outbox = new OutboxReader(database);
    const handler = new TallyHandler(database);
    const handlers = new JobHandlers(JOB_KINDS.map((kind) => [kind, handler]));
    const runner = new JobRunner(database, outbox, handlers, clock, { leaseMillis: LEASE_MS, terms: TERMS });
    const wakeUps = openWakeUps(queueUrl, clock, TIMINGS);
    const dueJobs = new DueJobs(database, outbox, runner, handlers, clock);
    const relay = new Relay({ outbox, runner, dueJobs, wakeUps, clock, horizonMillis: HORIZON_MS });
    news.heardBy((rows) => relay.nudge(rows));
    return new Desk(database, handler, outbox, wakeUps, relay);
  }

  /** A tally of its own and a job that adds to it, due in so many milliseconds. */
  async asks(id: string, inMillis = 0): Promise<void> {
    const now = Date.now();
    await this.database.commit({
      writes: [
        { insert: 'tally', rows: [{ id, revision: 0, total: 0, note: null }] },
        {
          insert: 'outbox',
          rows: [
            {
              id: `job-${id}`,
              kind: 'deadline.due',
              subject: id,
              payload: '{"revision":0}',
              created_at: now,
              available_at: now + inMillis,
              attempts: 0,
            },
          ],
        },
      ],
    });
  }

  async row(id: string): Promise<OutboxRow> {
    const row = await this.outbox.row(`job-${id}`);
    if (!row) throw new Error(`there is no job-${id}`);
    return row;
  }

  async total(id: string): Promise<number> {
    const [row] = await this.database.read<TallyRow>('SELECT * FROM tally WHERE id = ?', [id]);
    return row?.total ?? -1;
  }

  tries(id: string): number[] {
    return this.handler.handled.filter((one) => one.id === `job-${id}`).map(({ at }) => at);
  }

  async close(): Promise<void> {
    await this.relay.close();
    await this.database.close();
  }
}

/** Comes back as soon as it is so; fails after ten seconds. */
export async function until(isSo: () => Promise<boolean> | boolean, everyMillis = 25): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo());) {
    if (Date.now() > end) throw new Error(`still not so after ten seconds: ${isSo.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, everyMillis));
  }
}
