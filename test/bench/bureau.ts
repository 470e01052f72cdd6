import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@bureau/config';
import { FixedClock, instantOf } from '@bureau/kernel';
import {
  AdvanceRequest,
  BureauRules,
  PoolRules,
  RegisterRequest,
  type EventOf,
  type LaterEvent,
} from '@bureau/mediation';
import { Database, Turns, type CommitResult, type WriteBatch } from '@bureau/platform';
import { CoreModule } from '../../apps/core/core.module';
import { DatabaseRequestStore } from '../../libs/mediation/adapters/persistence/database-request.store';
import type { StoredRequest } from '../../libs/mediation/application/request.store';
import { RecordingDatabase } from './recording.database';
import type { Moment } from './stories';

export const ACTOR = 'c.jansen';
const FIRST_DAY = instantOf('2025-01-01T00:00:00Z');

/** The bureau without its doors, every caller with a clock of its own: each event happens at its own moment of 2025. */
export class BenchBureau {
  static async open(url: string, callers: number): Promise<BenchBureau> {
    const context = await NestFactory.createApplicationContext(
      CoreModule.forRoot(loadConfig({ DATABASE_URL: url })),
      {
        logger: ['warn', 'error', 'fatal'],
        abortOnError: false,
      },
    );
    return new BenchBureau(context, callers);
  }

  readonly rules: BureauRules;
  private readonly turns: Turns;
  readonly store: DatabaseRequestStore;
  private readonly recording: RecordingDatabase;
  private readonly clocks: readonly FixedClock[];
  private readonly advances: readonly AdvanceRequest[];

  private constructor(
    private readonly context: INestApplicationContext,
    callers: number,
  ) {
    this.recording = new RecordingDatabase(context.get(Database));
    this.store = new DatabaseRequestStore(this.recording);
    this.rules = context.get(BureauRules);
    this.turns = context.get(Turns);
    this.clocks = Array.from({ length: callers }, () => new FixedClock(FIRST_DAY));
    this.advances = this.clocks.map(
      (clock) => new AdvanceRequest(this.store, context.get(PoolRules), this.rules, clock, this.turns),
    );
  }

  async register({ at, event }: Moment<EventOf<'request.registered'>>): Promise<string> {
    const register = new RegisterRequest(this.store, this.rules, new FixedClock(at), this.turns);
    const result = await register.execute({ event, actor: ACTOR });
    if (!result.ok) throw new Error(`a registration was not taken: ${JSON.stringify(result.error)}`);
    return result.value.number;
  }

  /** The use case as a door would call it. Anything but success ends the bench: it would be measuring refusals. */
  async advance(number: string, { at, event }: Moment<LaterEvent>, caller = 0): Promise<void> {
    this.clocks[caller]?.set(at);
    const result = await this.advances[caller]?.execute({ number, event, actor: ACTOR });
    if (!result?.ok) throw new Error(`${event.type} was not taken: ${JSON.stringify(result?.error)}`);
  }

  /** The request as this process wrote it last. */
  async stored(number: string): Promise<StoredRequest> {
    const stored = this.store.recalled(number) ?? (await this.store.load(number));
    if (!stored) throw new Error(`${number} is not there`);
    return stored;
  }

  commit(batch: WriteBatch): Promise<CommitResult> {
    return this.recording.commit(batch);
  }

  /** Every batch that was written since this was asked last. */
  recorded(): WriteBatch[] {
    return this.recording.taken();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
