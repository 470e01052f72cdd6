export { eventSchema, registrationSchema } from './adapters/wire/event.schema';
export {
  country,
  instant,
  key,
  language,
  plainDate,
  requestNumber,
  words,
} from './adapters/wire/values.schema';
export { MEDIATION_ROWS } from './adapters/persistence/request.rows';
export * from './application/advance-request.use-case';
export * from './application/answer';
export * from './application/bureau-rules';
export * from './application/list-requests.query';
export * from './application/pool-facts';
export * from './application/register-request.use-case';
export * from './application/replay-history.use-case';
export * from './application/request.store';
export * from './application/digests';
export * from './application/tasks';
export * from './application/tick-off-task.use-case';
export * from './application/verify-requests.use-case';
export * from './application/view-request.query';
export * from './domain/deadline/chase.catalogue';
export * from './domain/deadline/chase.rules';
export * from './domain/deadline/deadline.catalogue';
export * from './domain/deadline/deadline.rules';
export * from './domain/deadline/deadline.words';
export * from './domain/diagram/statechart';
export * from './domain/events/events.catalogue';
export * from './domain/request/phase.rules';
export * from './domain/request/request.engine';
export type * from './domain/request/request.facts';
export * from './domain/request/request.policy';
export * as questions from './domain/request/request.questions';
export * from './domain/request/request.refusal';
export * from './domain/request/requirements.catalogue';
export * from './domain/screening/screening.catalogue';
export * from './domain/screening/screening-form.catalogue';
export * from './domain/task/digest.rules';
export * from './domain/task/tasks.catalogue';
export * from './domain/vocabulary/codes.catalogue';
export * from './domain/vocabulary/events';
export * from './domain/vocabulary/outcomes.catalogue';
export { MediationHttpModule, MediationModule } from './mediation.module';
