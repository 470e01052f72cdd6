export { MEDIATOR_ROWS, MediatorRow } from './adapters/persistence/mediator.row';
export { ImportMediators } from './application/import-mediators.use-case';
export { MediatorPool } from './application/mediator-pool.port';
export { GENDERS, type Gender, type Mediator } from './domain/mediator';
export * from './domain/pair.rules';
export * from './domain/professions.catalogue';
export { STAGE_CODES, type Stage, type StageEntry, STAGES } from './domain/stages.catalogue';
export { MediatorsModule } from './mediators.module';
