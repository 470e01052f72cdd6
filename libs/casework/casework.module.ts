import { Module } from '@nestjs/common';
import { DatabaseCaseFigures } from './adapters/persistence/database-case-figures';
import { DatabaseInformationRequestRegister } from './adapters/persistence/database-information-request-register';
import { DatabaseInformationRequests } from './adapters/persistence/database-information-requests';
import { CaseFigures } from './application/case-figures.port';
import { ImportInformationRequests } from './application/import-information-requests.use-case';
import { InformationRequestRegister, InformationRequests } from './application/information-requests.port';

/** The advice desk. Expects a global provider of Database. */
@Module({
  providers: [
    { provide: InformationRequests, useClass: DatabaseInformationRequests },
    { provide: InformationRequestRegister, useClass: DatabaseInformationRequestRegister },
    ImportInformationRequests,
    { provide: CaseFigures, useClass: DatabaseCaseFigures },
  ],
  exports: [CaseFigures, InformationRequests, ImportInformationRequests],
})
export class CaseworkModule {}
