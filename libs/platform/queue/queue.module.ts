import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnModuleInit,
  type Provider,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Clock } from '@bureau/kernel';
import { Database } from '../database';
import { messageOf } from '../database/database.errors';
import { markOf } from '../installation';
import { Metrics, secondsSince } from '../metrics';
import { OutboxNews } from '../outbox';
import { queueNameOf } from './bull.server';
import { DueJobs } from './due-jobs';
import { HANDLED_KIND, JobHandler } from './job.handler';
import { JobHandlers } from './job.handlers';
import { JobRunner } from './job.runner';
import type { JobKind } from './jobs.catalogue';
import { openWakeUps } from './open-wake-ups';
import { OutboxDesk } from './outbox.desk';
import { OutboxReader } from './outbox.reader';
import { QueueBoard } from './queue.board';
import { QueueHealth } from './queue.health';
import { Relay } from './relay';
import { horizonMillis, leaseMillis } from './sweep.rules';
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
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(OPTIONS) private readonly options: QueueOptions,
    private readonly discovery: DiscoveryService,
    private readonly handlers: JobHandlers,
    private readonly relay: Relay,
    private readonly news: OutboxNews,
    private readonly metrics: Metrics,
  ) {}

  /** Throws WrongJobHandlers, whatever this process does: a program with a gap must not start anywhere. */
  onModuleInit(): void {
    this.handlers.appoint(this.found());
  }

  onApplicationBootstrap(): void {
    const { role } = this.options;
    if (role !== 'rests') this.news.heardBy((rows) => this.relay.nudge(rows));
    if (role === 'works') this.sweeping = this.sweep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // Closing ends a sweep under way after its page; what it did not come to, the next start finds.
    await this.relay.close();
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    const began = performance.now();
    // Not waited for: a queue that is away, or hangs, must not keep what is due from being done.
    void this.tried(() => this.relay.listen());
    await this.tried(() => this.relay.sweep());
    this.metrics.sweepSeconds.observe(secondsSince(began));
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep();
    }, this.options.sweepMillis);
    this.timer.unref();
  }

  private async tried(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.logger.error(`sweep failed, the next one tries again: ${messageOf(error)}`);
    }
  }

  private found(): (readonly [JobKind, JobHandler])[] {
    return this.discovery.getProviders().flatMap(({ metatype, instance }): [JobKind, JobHandler][] => {
      const kind: unknown = metatype ? Reflect.getMetadata(HANDLED_KIND, metatype) : undefined;
      return kind !== undefined && instance instanceof JobHandler ? [[kind as JobKind, instance]] : [];
    });
  }
}

type RunnerParts = [Database, OutboxReader, JobHandlers, Clock];

const WORK: Provider[] = [
  {
    provide: JobRunner,
    inject: [Database, OutboxReader, JobHandlers, Clock, Metrics, OPTIONS],
    useFactory: (
      ...[database, outbox, handlers, clock, metrics, { sweepMillis }]: [
        ...RunnerParts,
        Metrics,
        QueueOptions,
      ]
    ) =>
      new JobRunner(database, outbox, handlers, clock, {
        leaseMillis: leaseMillis(sweepMillis),
        tell: (kind, outcome, seconds) => metrics.jobSeconds.observe({ kind, outcome }, seconds),
      }),
  },
  {
    provide: DueJobs,
    inject: [Database, OutboxReader, JobRunner, JobHandlers, Clock],
    useFactory: (...parts: ConstructorParameters<typeof DueJobs>) => new DueJobs(...parts),
  },
  {
    provide: Relay,
    inject: [OutboxReader, JobRunner, DueJobs, WakeUps, Clock, OPTIONS],
    useFactory: (
      ...[outbox, runner, dueJobs, wakeUps, clock, { sweepMillis }]: [
        OutboxReader,
        JobRunner,
        DueJobs,
        WakeUps,
        Clock,
        QueueOptions,
      ]
    ) => new Relay({ outbox, runner, dueJobs, wakeUps, clock, horizonMillis: horizonMillis(sweepMillis) }),
  },
];

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
        {
          provide: WakeUps,
          inject: [Clock, Database],
          useFactory: (clock: Clock, database: Database) =>
            url ? queueOf(url, clock, database) : openWakeUps(undefined, clock),
        },
        { provide: JobHandlers, useFactory: () => new JobHandlers() },
        ...WORK,
        OutboxDesk,
        OutboxReader,
        QueueBoard,
        QueueHealth,
        QueueLifetime,
      ],
      exports: [QueueHealth, QueueBoard, OutboxDesk, DueJobs],
    };
  }
}

async function queueOf(url: string, clock: Clock, database: Database): Promise<WakeUps> {
  const name = queueNameOf(await markOf(database));
  const wakeUps = openWakeUps(url, clock, undefined, name);
  new Logger('queue').log(`wake-ups go through the queue '${name}' on ${wakeUps.driver}`);
  return wakeUps;
}
