import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { AccessHttpModule } from '@bureau/access';
import { CaseworkHttpModule, ConflictHttpModule } from '@bureau/casework';
import type { Env } from '@bureau/config';
import type { Clock } from '@bureau/kernel';
import { MediationHttpModule } from '@bureau/mediation';
import { ProblemFilter, validationPipe } from '@bureau/platform';
import { BureauState } from '../core/bureau.state';
import { CoreModule } from '../core/core.module';
import { MetricsPage } from '../core/metrics.page';
import { Farewell } from './farewell';
import { CallMeter } from './call.meter';
import { HealthController } from './health.controller';
import { LastResort } from './last.resort';
import { MetricsController } from './metrics.controller';
import { METRICS_TOKEN } from './metrics.guard';
import { QueueBoardController } from './queue-board.controller';
import { QueueController } from './queue.controller';
import { ReportController } from './report.controller';
import { WelcomeController } from './welcome.controller';

/** The bureau behind its HTTP doors; without a queue server the jobs are done here too. */
@Module({})
export class ApiModule {
  static forRoot(env: Env, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CoreModule.forRoot(env, { clock, jobs: env.QUEUE_URL ? 'offers' : 'works' }),
        AccessHttpModule,
        MediationHttpModule,
        ConflictHttpModule,
        CaseworkHttpModule,
      ],
      controllers: [
        WelcomeController,
        HealthController,
        MetricsController,
        QueueBoardController,
        QueueController,
        ReportController,
      ],
      providers: [
        BureauState,
        CallMeter,
        Farewell,
        LastResort,
        MetricsPage,
        { provide: METRICS_TOKEN, useValue: env.METRICS_TOKEN ?? null },
        { provide: APP_PIPE, useValue: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
