import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { FireDueDeadlines } from '../../application/fire-due-deadlines.use-case';

/** How often to look for deadlines that have passed, in milliseconds. */
export const SWEEP_MILLIS = Symbol('sweep interval in milliseconds');

/** Looks at every interval, and at once at the start, for deadlines that have passed. Never two sweeps at a time. */
@Injectable()
export class DeadlineSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('deadlines');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly fireDue: FireDueDeadlines,
    @Inject(SWEEP_MILLIS) private readonly everyMillis: number,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async sweep(): Promise<void> {
    try {
      const fired = await this.fireDue.execute();
      if (fired > 0) this.logger.log(`${fired} ${fired === 1 ? 'deadline has' : 'deadlines have'} passed`);
    } catch (error) {
      // What is due stays due: the next sweep finds it again.
      this.logger.error(
        `sweep failed, the next one tries again: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sweep();
    }, this.everyMillis);
    this.timer.unref();
  }
}
