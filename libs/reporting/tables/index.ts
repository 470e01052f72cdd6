import type { ReportTable } from '../domain/report-table';
import { ABDUCTION_TABLE } from './abduction.table';
import { CASES_TABLE } from './cases.table';
import { CONTACTS_TABLE } from './contacts.table';
import { EVALUATION_TABLE } from './evaluation.table';
import { INTERNATIONAL_CONTACT_TABLE } from './international-contact.table';
import { LINE2_CODES_TABLE } from './line2-codes.table';
import { MEDIATION_TABLE } from './mediation.table';
import { PREVENTION_TABLE } from './prevention.table';
import { RELOCATION_TABLE } from './relocation.table';
import type { ReportData } from './report-data';

/** Every table of the annual report, in the order in which it prints them. */
export const REPORT_TABLES: readonly ReportTable<ReportData>[] = [
  CASES_TABLE,
  CONTACTS_TABLE,
  LINE2_CODES_TABLE,
  PREVENTION_TABLE,
  RELOCATION_TABLE,
  ABDUCTION_TABLE,
  INTERNATIONAL_CONTACT_TABLE,
  MEDIATION_TABLE,
  EVALUATION_TABLE,
];
