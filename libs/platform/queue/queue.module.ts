import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Clock } from '@bureau/kernel';
import { Database } from '../database';
import { messageOf } from '../database/database.errors';
import { OutboxNews } from '../outbox';
import { HANDLED_KIND, JobHandler } from './job.handler';
import { JobHandlers } from './job.handlers';
import { JobRunner } from './job.runner';
import type { JobKind } from './jobs.catalogue';
import { openWakeUps } from './open-wake-ups';
import { OutboxReader } from './outbox.reader';
import { QueueHealth } from './queue.health';
import { Relay } from './relay';
import { WakeUps } from './wake-ups.port';

/** What a process does about jobs: does them, only offers what it commits, or leaves both to others. */
export type JobsRole = 'works' | 'offers' | 'rests';

export interface QueueOptions {
  /** QUEUE_URL: `redis://…`, `postgres://…`, or undefined for this process itself. */
  readonly url: string | undefined;
  readonly role: JobsRole;
  readonly sweepMillis: number;
}

const OPTIONS = Symbol('queue options');

/** Starts the work, sweeps, and stops: first the jobs, then the queue; the database is closed after all of it. */
@Injectable()
class QueueLifetime implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private relay: Relay | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(OPTIONS) private readonly options: QueueOptions,
    private readonly discovery: DiscoveryService,
    private readonly database: Database,
    private readonly outbox: OutboxReader,
    private readonly wakeUps: WakeUps,
    private readonly news: OutboxNews,
    private readonly clock: Clock,
  ) {}

  /** Throws WrongJobHandlers, whatever this process does: a program with a gap must not start anywhere. */
  onModuleInit(): void {
    const { database, outbox, wakeUps, clock } = this;
    const handlers = new JobHandlers(this.found());
    const runner = new JobRunner(database, outbox, handlers, clock);
    this.relay = new Relay({ database, outbox, runner, handlers, wakeUps, clock });
  }

  onApplicationBootstrap(): void {
    const { relay } = this;
    if (!relay || this.options.role === 'rests') return;
    this.news.heardBy((rows) => relay.nudge(rows));
    if (this.options.role === 'works') this.sweeping = this.sweep(relay);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // Closing ends a sweep under way after its page; what it did not come to, the next start finds.
    await this.relay?.close();
    await this.sweeping;
  }

  private async sweep(relay: Relay): Promise<void> {
    // One after the other and each on its own: a queue that is away must not keep what is due from being done.
    for (const step of [() => relay.listen(), () => relay.sweep()]) {
      try {
        await step();
      } catch (error) {
        this.logger.error(`sweep failed, the next one tries again: ${messageOf(error)}`);
      }
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep(relay);
    }, this.options.sweepMillis);
    this.timer.unref();
  }

  private found(): (readonly [JobKind, JobHandler])[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }): [JobKind, JobHandler][] => {
      const kind: unknown = metatype ? Reflect.getMetadata(HANDLED_KIND, metatype) : undefined;
      return kind !== undefined && instance instanceof JobHandler ? [[kind as JobKind, instance]] : [];
    });
  }
}

/** The outbox, the queue and whoever answers it. Handlers are found by `@HandlesJob` wherever they are provided. */
@Module({})
export class QueueModule {
  static forRoot(options: QueueOptions): DynamicModule {
    const url = options.role === 'rests' ? undefined : options.url;
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: WakeUps, inject: [Clock], useFactory: (clock: Clock) => openWakeUps(url, clock) },
        OutboxReader,
        QueueHealth,
        QueueLifetime,
      ],
      exports: [QueueHealth],
    };
  }
}
