import {
  CaseDeadlineRow,
  CaseEventRow,
  CaseFileRow,
  CasePersonRow,
  CaseSearchRow,
  ContactMomentRow,
  HandoverRow,
} from './case.rows';
import { CONFLICT_ROWS } from './conflict.rows';
import { InformationRequestRow } from './information-request.row';

/** Every table of the advice desk. */
export const CASEWORK_ROWS = [
  CaseFileRow,
  CaseEventRow,
  CaseDeadlineRow,
  ContactMomentRow,
  CasePersonRow,
  CaseSearchRow,
  HandoverRow,
  InformationRequestRow,
  ...CONFLICT_ROWS,
] as const;
