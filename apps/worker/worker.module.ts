import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from '@bureau/config';
import type { Clock } from '@bureau/kernel';
import { BureauState } from '../core/bureau.state';
import { CoreModule } from '../core/core.module';
import { MetricsPage } from '../core/metrics.page';
import { MetricsServer } from './metrics.server';

/** The work that no call waits for: jobs of the outbox. No controllers. */
@Module({})
export class WorkerModule {
  static forRoot(env: Env, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [CoreModule.forRoot(env, { clock, jobs: 'works' })],
      providers: [
        BureauState,
        MetricsPage,
        {
          provide: MetricsServer,
          inject: [MetricsPage],
          useFactory: (page: MetricsPage) => new MetricsServer(page, env),
        },
      ],
    };
  }
}
