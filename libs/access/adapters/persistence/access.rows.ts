import { AccountRow, LoginSessionRow } from './account.row';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.row';
import { WALL_ROWS } from './wall.rows';

/** The rows of this lib, for the data source. */
export const ACCESS_ROWS = [
  AccountRow,
  LoginSessionRow,
  SecondFactorRow,
  RecoveryCodeRow,
  ...WALL_ROWS,
] as const;
