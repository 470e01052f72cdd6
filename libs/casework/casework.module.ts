import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseCaseFigures } from './adapters/persistence/database-case-figures';
import { DatabaseCaseRegister } from './adapters/persistence/database-case-register';
import { DatabaseContactRegister } from './adapters/persistence/database-contact-register';
import { DatabaseInformationRequestRegister } from './adapters/persistence/database-information-request-register';
import { DatabaseInformationRequests } from './adapters/persistence/database-information-requests';
import { CaseFigures } from './application/case-figures.port';
import { DeskRules } from './application/desk-rules';
import { ImportCases } from './application/import/import-cases.use-case';
import { ImportContacts } from './application/import/import-contacts.use-case';
import { ImportInformationRequests } from './application/import/import-information-requests.use-case';
import { CaseRegister, ContactRegister } from './application/import/register.port';
import { InformationRequestRegister, InformationRequests } from './application/information-requests.port';

const STORES = [
  { provide: InformationRequests, useClass: DatabaseInformationRequests },
  { provide: InformationRequestRegister, useClass: DatabaseInformationRequestRegister },
  { provide: CaseFigures, useClass: DatabaseCaseFigures },
  { provide: CaseRegister, useClass: DatabaseCaseRegister },
  { provide: ContactRegister, useClass: DatabaseContactRegister },
];

const USE_CASES = [ImportInformationRequests, ImportCases, ImportContacts];

/** The advice desk. Needs `Database` and `Clock` from a global module. */
@Module({})
export class CaseworkModule {
  static forRoot(rules: DeskRules): DynamicModule {
    return {
      module: CaseworkModule,
      providers: [{ provide: DeskRules, useValue: rules }, ...STORES, ...USE_CASES],
      exports: [CaseFigures, InformationRequests, ...USE_CASES],
    };
  }
}
