import type { INestApplicationContext } from '@nestjs/common';
import { AddAccount } from '@bureau/access';
import { FixedClock, instantOf } from '@bureau/kernel';
import { AdvanceRequest, type LaterEvent, RegisterRequest } from '@bureau/mediation';
import { Database, DueJobs, type JobResultRow, type TaskRow } from '@bureau/platform';
import { aBureau } from './bureau.context';
import type { Registration } from './request.builder';

/** A bureau whose clock a test moves: processes on one database that sweep when they are told to. */
export class MovedBureau {
  private constructor(
    private readonly clock: FixedClock,
    readonly processes: readonly INestApplicationContext[],
  ) {}

  /** Two processes on the database at `url`; close them. */
  static async open(url: string, moment: string): Promise<MovedBureau> {
    const clock = new FixedClock(instantOf(moment));
    const first = await aBureau(url, { clock });
    return new MovedBureau(clock, [first, await aBureau(url, { clock })]);
  }

  async close(): Promise<void> {
    for (const process of this.processes) await process.close();
  }

  get<T>(type: abstract new (...parts: never[]) => T): T {
    return this.first.get<T>(type as never);
  }

  get database(): Database {
    return this.first.get(Database);
  }

  private get first(): INestApplicationContext {
    const [first] = this.processes;
    if (!first) throw new Error('a bureau has at least one process');
    return first;
  }

  /** The clock shows this moment, and a process sweeps; `at` without an offset is local winter time. */
  async at(moment: string): Promise<void> {
    this.clock.set(instantOf(/Z|[+-]\d\d:\d\d$/.test(moment) ? moment : `${moment}+01:00`));
    await this.sweep();
  }

  async sweep(): Promise<void> {
    await this.first.get(DueJobs, { strict: false }).execute();
  }

  /** Every process sweeps at the same moment, twice. */
  async race(): Promise<void> {
    const all = [...this.processes, ...this.processes];
    await Promise.all(all.map((process) => process.get(DueJobs, { strict: false }).execute()));
  }

  async register(event: Registration, actor = 'anna'): Promise<string> {
    const opened = await this.first.get(RegisterRequest).execute({ event, actor });
    if (!opened.ok) throw new Error(opened.error.because);
    return opened.value.number;
  }

  async tell(number: string, ...events: readonly LaterEvent[]): Promise<void> {
    for (const event of events) {
      const told = await this.first.get(AdvanceRequest).execute({ number, event, actor: 'anna' });
      if (!told.ok) throw new Error(`${event.type}: ${JSON.stringify(told.error)}`);
    }
  }

  async hire(username: string, roles: readonly string[], more: { senior?: boolean; person?: string } = {}) {
    const draft = { username, displayName: username, roles, language: 'en', person: null, ...more };
    const added = await this.first.get(AddAccount).execute(draft, null);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
  }

  /** `kind stage` of every task, closed ones with why. */
  async tasks(subject: string): Promise<string[]> {
    const rows = await this.database.read<TaskRow>('SELECT * FROM task WHERE subject = ?', [subject]);
    return rows
      .map(
        ({ kind, stage, done_at: done, done_because: why }) =>
          `${kind} ${stage}${done === null ? '' : `: ${why}`}`,
      )
      .sort();
  }

  /** `day outcome` of everything that a schedule came to. */
  async results(job: string): Promise<string[]> {
    const rows = await this.database.read<JobResultRow>(
      'SELECT * FROM job_result WHERE job = ? ORDER BY on_day',
      [job],
    );
    return rows.map(({ on_day: day, outcome }) => `${day} ${outcome}`);
  }

  async loseTheOutbox(): Promise<void> {
    const rows = await this.database.read<{ id: string }>('SELECT id FROM outbox');
    if (rows.length > 0)
      await this.database.commit({ writes: [{ remove: 'outbox', rows: rows.map(({ id }) => ({ id })) }] });
  }
}
