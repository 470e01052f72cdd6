import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AccessModule } from '@bureau/access';
import { CaseController } from './adapters/http/case.controller';
import { CaseDesk } from './adapters/http/case.desk';
import { CasePlanningController } from './adapters/http/case-planning.controller';
import { CaseWorkController } from './adapters/http/case-work.controller';
import { HandoverController } from './adapters/http/handover.controller';
import { InformationRequestController } from './adapters/http/information-request.controller';
import { CarryOverCasesJob } from './adapters/jobs/carry-over-cases.job';
import { FollowUpDueHandler } from './adapters/jobs/follow-up-due.handler';
import { VerifyCasesNightlyJob } from './adapters/jobs/verify-cases-nightly.job';
import { DatabaseCaseFigures } from './adapters/persistence/database-case-figures';
import { DatabaseCaseList } from './adapters/persistence/database-case-list';
import { DatabaseCaseRegister } from './adapters/persistence/database-case-register';
import { DatabaseCaseStore } from './adapters/persistence/database-case.store';
import { DatabaseContactRegister } from './adapters/persistence/database-contact-register';
import { DatabaseHandovers } from './adapters/persistence/database-handovers';
import { DatabaseInformationDesk } from './adapters/persistence/database-information-desk';
import { DatabaseInformationRequestRegister } from './adapters/persistence/database-information-request-register';
import { DatabaseInformationRequests } from './adapters/persistence/database-information-requests';
import { DatabaseStoredCaseFiles } from './adapters/persistence/database-stored-case-files';
import { StatusesOfRequests } from './adapters/persistence/statuses-of-requests';
import { CheckCase } from './application/conflict/check-case.use-case';
import { AdvanceCase } from './application/advance-case.use-case';
import { CaseFigures } from './application/case-figures.port';
import { CaseList } from './application/case.list.query';
import { CaseStore } from './application/case.store';
import { DecideHandover } from './application/decide-handover.use-case';
import { DeskRules } from './application/desk-rules';
import { Handovers } from './application/handovers.port';
import { ImportCases } from './application/import/import-cases.use-case';
import { ImportContacts } from './application/import/import-contacts.use-case';
import { ImportInformationRequests } from './application/import/import-information-requests.use-case';
import { CaseRegister, ContactRegister } from './application/import/register.port';
import {
  InformationDesk,
  InformationRequestRegister,
  InformationRequests,
} from './application/information-requests.port';
import { MediationStatuses } from './application/mediation-statuses.port';
import { OfferHandover } from './application/offer-handover.use-case';
import { OpenCase } from './application/open-case.use-case';
import { RecordContact } from './application/record-contact.use-case';
import { RegisterInformationRequest } from './application/register-information-request.use-case';
import { StoredCaseFiles, VerifyCases } from './application/verify-cases.use-case';
import { ViewCase } from './application/view-case.query';

const REGISTERS = [
  { provide: InformationRequests, useClass: DatabaseInformationRequests },
  { provide: InformationRequestRegister, useClass: DatabaseInformationRequestRegister },
  { provide: CaseFigures, useClass: DatabaseCaseFigures },
  { provide: CaseRegister, useClass: DatabaseCaseRegister },
  { provide: ContactRegister, useClass: DatabaseContactRegister },
];

const IMPORTS = [ImportInformationRequests, ImportCases, ImportContacts];

/** What old registers bring and reports count. Needs `Database` and `Clock` from a global module. */
@Module({})
export class CaseworkModule {
  static forRoot(rules: DeskRules): DynamicModule {
    return {
      module: CaseworkModule,
      global: true,
      providers: [{ provide: DeskRules, useValue: rules }, ...REGISTERS, ...IMPORTS],
      exports: [DeskRules, CaseFigures, InformationRequests, ...IMPORTS],
    };
  }
}

const STORES = [
  { provide: CaseStore, useClass: DatabaseCaseStore },
  { provide: CaseList, useClass: DatabaseCaseList },
  { provide: InformationDesk, useClass: DatabaseInformationDesk },
  { provide: Handovers, useClass: DatabaseHandovers },
  { provide: MediationStatuses, useClass: StatusesOfRequests },
  { provide: StoredCaseFiles, useClass: DatabaseStoredCaseFiles },
];

const USE_CASES = [
  OpenCase,
  AdvanceCase,
  RecordContact,
  OfferHandover,
  DecideHandover,
  ViewCase,
  VerifyCases,
  CheckCase,
  RegisterInformationRequest,
];

/** What is done because of an outbox row of this context. */
const JOBS = [FollowUpDueHandler, VerifyCasesNightlyJob, CarryOverCasesJob];

/** The advice desk at work. Needs `CaseworkModule`, `Turns` and the mediation side from global modules. */
@Global()
@Module({
  imports: [AccessModule],
  providers: [...STORES, ...USE_CASES, ...JOBS],
  exports: [...STORES.map(({ provide }) => provide), ...USE_CASES],
})
export class CaseDeskModule {}

/** The doors of the advice desk over HTTP. */
@Module({
  imports: [AccessModule],
  providers: [CaseDesk],
  controllers: [
    CaseController,
    CaseWorkController,
    CasePlanningController,
    HandoverController,
    InformationRequestController,
  ],
})
export class CaseworkHttpModule {}
