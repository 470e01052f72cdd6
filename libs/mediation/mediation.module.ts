import { type DynamicModule, Module } from '@nestjs/common';
import { MediatorsModule } from '@bureau/mediators';
import { RequestController } from './adapters/http/request.controller';
import { VocabularyController } from './adapters/http/vocabulary.controller';
import { WorklistController } from './adapters/http/worklist.controller';
import { DeadlineDueHandler } from './adapters/jobs/deadline-due.handler';
import { DatabaseRequestStore } from './adapters/persistence/database-request.store';
import { DatabaseRequestsOfYear } from './adapters/persistence/database-requests-of-year';
import { DatabaseStoredFiles } from './adapters/persistence/database-stored-files';
import { DatabaseWorklist } from './adapters/persistence/database-worklist';
import { MediatorPoolRules } from './adapters/persistence/mediator-pool.rules';
import { AdvanceRequest } from './application/advance-request.use-case';
import { BureauRules } from './application/bureau-rules';
import { RequestsOfYear } from './application/list-requests.query';
import { PoolRules } from './application/pool-facts';
import { RegisterRequest } from './application/register-request.use-case';
import { ReplayHistory } from './application/replay-history.use-case';
import { RequestStore } from './application/request.store';
import { StoredFiles, VerifyRequests } from './application/verify-requests.use-case';
import { ViewRequest } from './application/view-request.query';
import { Worklist } from './application/worklist.query';

const USE_CASES = [RegisterRequest, AdvanceRequest, ReplayHistory, ViewRequest, VerifyRequests];

const STORES = [
  { provide: RequestStore, useClass: DatabaseRequestStore },
  { provide: RequestsOfYear, useClass: DatabaseRequestsOfYear },
  { provide: StoredFiles, useClass: DatabaseStoredFiles },
  { provide: Worklist, useClass: DatabaseWorklist },
  { provide: PoolRules, useClass: MediatorPoolRules },
];

/** What is done because of an outbox row of this context. */
const JOBS = [DeadlineDueHandler];

/** Mediation requests, from registration to closure. Needs `Database`, `Clock`, `Turns` from a global module. */
@Module({})
export class MediationModule {
  static forRoot(rules: BureauRules): DynamicModule {
    return {
      module: MediationModule,
      global: true,
      imports: [MediatorsModule],
      providers: [{ provide: BureauRules, useValue: rules }, ...STORES, ...USE_CASES, ...JOBS],
      exports: [BureauRules, ...STORES.map(({ provide }) => provide), ...USE_CASES],
    };
  }
}

/** The doors of mediation over HTTP. */
@Module({ controllers: [RequestController, WorklistController, VocabularyController] })
export class MediationHttpModule {}
