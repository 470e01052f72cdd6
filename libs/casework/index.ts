export { CASEWORK_ROWS } from './adapters/persistence/casework.rows';
export {
  type AbductionCase,
  type CaseCount,
  CaseFigures,
  type CodeCount,
  type ContactCount,
  type ParentCases,
  type YearOfCases,
} from './application/case-figures.port';
export * from './application/advance-case.use-case';
export * from './application/case.answer';
export * from './application/case.list.query';
export * from './application/case.store';
export { DecideHandover } from './application/decide-handover.use-case';
export { DeskRules } from './application/desk-rules';
export { ImportCases } from './application/import/import-cases.use-case';
export { ImportContacts } from './application/import/import-contacts.use-case';
export { ImportInformationRequests } from './application/import/import-information-requests.use-case';
export * from './application/handovers.port';
export { OfferHandover } from './application/offer-handover.use-case';
export * from './application/open-case.use-case';
export * from './application/record-contact.use-case';
export { VerifyCases } from './application/verify-cases.use-case';
export { ViewCase } from './application/view-case.query';
export * from './application/viewer';
export { InformationRequests } from './application/information-requests.port';
export { CaseDeskModule, CaseworkHttpModule, CaseworkModule } from './casework.module';
export type * from './domain/case/case.events';
export * from './domain/case/case.engine';
export type * from './domain/case/case.facts';
export { type MatchPolicy } from './domain/conflict/match.policy';
export { type InformationRequest } from './domain/information-request';
export { type Person, PERSON_ROLES, type PersonRole } from './domain/people/person';
export * from './domain/treaty/treaty.rules';
export * from './domain/vocabulary/callers.catalogue';
export * from './domain/vocabulary/channels.catalogue';
export * from './domain/vocabulary/codes.catalogue';
export * from './domain/vocabulary/facets.catalogue';
export {
  CheckForConflicts,
  type CheckInput,
  ConflictRules,
} from './application/conflict/check-for-conflicts.use-case';
export { type ConflictCheck, ConflictChecks, FamilyIndex } from './application/conflict/conflict.ports';
export { DecideConflict } from './application/conflict/decide-conflict.use-case';
export { WallOffRegister } from './application/conflict/wall-off-register.use-case';
export { ConflictHttpModule, ConflictModule } from './conflict.module';
export { type FileFacts } from './domain/conflict/file.facts';
export { type FamilyRole, type KnownChild, type KnownPerson } from './domain/conflict/person';
