import { Module } from '@nestjs/common';
import { DatabaseMediatorPool } from './adapters/persistence/database-mediator-pool';
import { DatabaseMediatorRegister } from './adapters/persistence/database-mediator-register';
import { ImportMediators } from './application/import-mediators.use-case';
import { MediatorPool, MediatorRegister } from './application/mediator-pool.port';

/** The pool. Expects a global provider of Database. */
@Module({
  providers: [
    { provide: MediatorPool, useClass: DatabaseMediatorPool },
    { provide: MediatorRegister, useClass: DatabaseMediatorRegister },
    ImportMediators,
  ],
  exports: [MediatorPool, ImportMediators],
})
export class MediatorsModule {}
