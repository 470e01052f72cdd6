import { type DynamicModule, Module } from '@nestjs/common';
import type { Env } from '@bureau/config';
import { CoreModule } from '../core/core.module';

/** The work that no call waits for: jobs of the outbox. No controllers. */
@Module({})
export class WorkerModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: WorkerModule,
      imports: [CoreModule.forRoot(env, { jobs: 'works' })],
    };
  }
}
