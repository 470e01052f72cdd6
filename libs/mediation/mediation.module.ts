import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@bureau/access';
import { MediatorsModule } from '@bureau/mediators';
import { DigestController } from './adapters/http/digest.controller';
import { RequestController } from './adapters/http/request.controller';
import { TaskController } from './adapters/http/task.controller';
import { VocabularyController } from './adapters/http/vocabulary.controller';
import { WorklistController } from './adapters/http/worklist.controller';
import { CarryOverRequestsJob } from './adapters/jobs/carry-over-requests.job';
import { DeadlineDueHandler } from './adapters/jobs/deadline-due.handler';
import { DeadlinesChaseJob } from './adapters/jobs/deadlines-chase.job';
import { DigestDailyJob } from './adapters/jobs/digest-daily.job';
import { OfferLapseHandler } from './adapters/jobs/offer-lapse.handler';
import { VerifyNightlyJob } from './adapters/jobs/verify-nightly.job';
import { ChasedDeadlines } from './adapters/persistence/chased-deadlines';
import { DatabaseDigests } from './adapters/persistence/database-digests';
import { DatabaseRequestStore } from './adapters/persistence/database-request.store';
import { DatabaseRequestsOfYear } from './adapters/persistence/database-requests-of-year';
import { DatabaseStoredFiles } from './adapters/persistence/database-stored-files';
import { DatabaseTasks } from './adapters/persistence/database-tasks';
import { DatabaseWorklist } from './adapters/persistence/database-worklist';
import { MediatorPoolRules } from './adapters/persistence/mediator-pool.rules';
import { AdvanceRequest } from './application/advance-request.use-case';
import { BureauRules } from './application/bureau-rules';
import { Digests } from './application/digests';
import { RequestsOfYear } from './application/list-requests.query';
import { PartInRequest } from './application/part-in-request';
import { PoolRules } from './application/pool-facts';
import { RegisterRequest } from './application/register-request.use-case';
import { ReplayHistory } from './application/replay-history.use-case';
import { RequestStore } from './application/request.store';
import { Tasks } from './application/tasks';
import { TickOffTask } from './application/tick-off-task.use-case';
import { StoredFiles, VerifyRequests } from './application/verify-requests.use-case';
import { ViewRequest } from './application/view-request.query';
import { Worklist } from './application/worklist.query';

const USE_CASES = [
  RegisterRequest,
  AdvanceRequest,
  ReplayHistory,
  ViewRequest,
  VerifyRequests,
  TickOffTask,
  PartInRequest,
];

const STORES = [
  { provide: RequestStore, useClass: DatabaseRequestStore },
  { provide: RequestsOfYear, useClass: DatabaseRequestsOfYear },
  { provide: StoredFiles, useClass: DatabaseStoredFiles },
  { provide: Worklist, useClass: DatabaseWorklist },
  { provide: PoolRules, useClass: MediatorPoolRules },
  { provide: Tasks, useClass: DatabaseTasks },
  { provide: Digests, useExisting: DatabaseDigests },
];

/** What is done because of an outbox row of this context, and what that needs. */
const JOBS = [
  DeadlineDueHandler,
  DeadlinesChaseJob,
  OfferLapseHandler,
  DigestDailyJob,
  VerifyNightlyJob,
  CarryOverRequestsJob,
  ChasedDeadlines,
  DatabaseDigests,
];

/** Mediation requests, from registration to closure. Needs `Database`, `Clock`, `Turns` from a global module. */
@Module({})
export class MediationModule {
  static forRoot(rules: BureauRules): DynamicModule {
    return {
      module: MediationModule,
      global: true,
      imports: [MediatorsModule, AccessModule],
      providers: [{ provide: BureauRules, useValue: rules }, ...STORES, ...USE_CASES, ...JOBS],
      exports: [BureauRules, ...STORES.map(({ provide }) => provide), ...USE_CASES],
    };
  }
}

/** The doors of mediation over HTTP. */
@Module({
  imports: [AccessModule],
  controllers: [
    RequestController,
    WorklistController,
    TaskController,
    DigestController,
    VocabularyController,
  ],
})
export class MediationHttpModule {}
