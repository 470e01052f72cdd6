import { Module } from '@nestjs/common';
import { DatabaseInformationRequestRegister } from './adapters/persistence/database-information-request-register';
import { DatabaseInformationRequests } from './adapters/persistence/database-information-requests';
import { ImportInformationRequests } from './application/import-information-requests.use-case';
import { InformationRequestRegister, InformationRequests } from './application/information-requests.port';

/** The advice desk. Expects a global provider of Database. */
@Module({
  providers: [
    { provide: InformationRequests, useClass: DatabaseInformationRequests },
    { provide: InformationRequestRegister, useClass: DatabaseInformationRequestRegister },
    ImportInformationRequests,
  ],
  exports: [InformationRequests, ImportInformationRequests],
})
export class CaseworkModule {}
