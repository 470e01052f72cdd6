import type { FileKind } from '../../domain/wall/wall';

/** The numbers of this kind that a wall hides from an account: parameters are the account and now, in milliseconds. */
export const hiddenNumbers = (kind: FileKind): string =>
  `SELECT s.file_number FROM conflict_member m
   JOIN conflict_group g ON g.id = m.group_id AND g.is_up = 1
   JOIN conflict_side s ON s.group_id = m.group_id AND s.file_kind = '${kind}' AND s.side <> m.side
   WHERE m.account = ? AND NOT EXISTS (
     SELECT 1 FROM break_glass b
     WHERE b.file_kind = s.file_kind AND b.file_number = s.file_number AND b.account = m.account AND b.until > ?)`;

/**
 * The one condition for every list, search, count, export and report line that shows files of this kind. `column` is
 * the file's number in that query; the parameters it takes, in this order, are `[account, now in milliseconds]`.
 */
export const outsideEveryWall = (kind: FileKind, column: string): string =>
  `${column} NOT IN (${hiddenNumbers(kind)})`;
