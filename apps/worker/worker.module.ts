import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from '@bureau/config';
import { MediationJobsModule } from '@bureau/mediation';
import { CoreModule } from '../core/core.module';

/** The work that no call waits for: deadlines. No controllers. */
@Module({})
export class WorkerModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [CoreModule.forRoot(env), MediationJobsModule.every(env.SWEEP_SECONDS * 1000)],
    };
  }
}
