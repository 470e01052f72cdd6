import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock, type Instant, millisOf } from '@bureau/kernel';
import { Database, GROUP_COMMITS, Metrics, poolOf } from '@bureau/platform';
import { collectDefaultMetrics } from 'prom-client';
import { BureauState } from './bureau.state';

/** What Prometheus reads of this process: what it has counted, and how the bureau fares at this moment. */
@Injectable()
export class MetricsPage implements OnModuleDestroy {
  private readonly ofGroup = (size: unknown): void => this.metrics.groupSize.observe(Number(size));

  constructor(
    private readonly metrics: Metrics,
    private readonly state: BureauState,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    collectDefaultMetrics({ register: metrics.registry });
    GROUP_COMMITS.subscribe(this.ofGroup);
  }

  onModuleDestroy(): void {
    GROUP_COMMITS.unsubscribe(this.ofGroup);
  }

  get mediaType(): string {
    return this.metrics.registry.contentType;
  }

  /** Never rejects because a part of the bureau is away: that is when it is read. */
  async render(): Promise<string> {
    this.lookAtPool();
    await this.lookAround();
    return this.metrics.registry.metrics();
  }

  private async lookAround(): Promise<void> {
    const { databaseReachable, deadlineLag, outboxLag, outboxFailing, queueReachable } = this.metrics;
    try {
      const { deadlines, outbox, queue } = await this.state.parts();
      databaseReachable.set(1);
      deadlineLag.set(this.secondsSince(deadlines.oldestUnfiredDue));
      outboxLag.set(this.secondsSince(outbox.oldestUndeliveredDue));
      outboxFailing.set(outbox.failing);
      queueReachable.set({ driver: queue.driver }, queue.reachable ? 1 : 0);
    } catch {
      databaseReachable.set(0);
      // What is not known is not shown: the last value would look like a bureau without worries.
      for (const unknown of [deadlineLag, outboxLag, outboxFailing]) unknown.set(Number.NaN);
      queueReachable.reset();
    }
  }

  private lookAtPool(): void {
    const pool = poolOf(this.database);
    if (!pool) return;
    const { connections } = this.metrics;
    connections.set({ state: 'open' }, pool.open);
    connections.set({ state: 'idle' }, pool.idle);
    connections.set({ state: 'awaited' }, pool.awaited);
  }

  private secondsSince(moment: Instant | null): number {
    return moment === null ? 0 : (millisOf(this.clock.now()) - millisOf(moment)) / 1000;
  }
}
