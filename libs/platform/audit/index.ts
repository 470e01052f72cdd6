export { auditLine, brokenLink, CHAIN_START, digestOf, type AuditFact } from './audit.chain';
export { AuditEntryRow } from './audit.row';
export { AuditJournal } from './journal';
