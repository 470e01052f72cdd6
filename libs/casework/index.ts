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
export { DeskRules } from './application/desk-rules';
export { ImportCases } from './application/import/import-cases.use-case';
export { ImportContacts } from './application/import/import-contacts.use-case';
export { ImportInformationRequests } from './application/import/import-information-requests.use-case';
export { InformationRequests } from './application/information-requests.port';
export { CaseworkModule } from './casework.module';
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
export { ConflictHttpModule, ConflictModule } from './conflict.module';
export { type FileFacts } from './domain/conflict/file.facts';
export { type FamilyRole, type KnownChild, type KnownPerson } from './domain/conflict/person';
