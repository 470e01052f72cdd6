import { AccountRow, LoginSessionRow } from './account.row';
import { WALL_ROWS } from './wall.rows';

/** The rows of this lib, for the data source. */
export const ACCESS_ROWS = [AccountRow, LoginSessionRow, ...WALL_ROWS] as const;
