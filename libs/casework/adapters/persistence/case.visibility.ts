import { outsideEveryWall } from '@bureau/access';
import { millisOf } from '@bureau/kernel';
import type { Cell } from '@bureau/platform';
import type { Viewer } from '../../application/viewer';

/** Part of a WHERE about `case_file c`, with its parameters in order. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly Cell[];
}

const DESK: readonly string[] = ['jurist', 'student', 'planner'];

const all = (...conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  params: conditions.flatMap(({ params }) => params),
});
const any = (...conditions: readonly Condition[]): Condition => ({
  sql: conditions.length > 0 ? conditions.map(({ sql }) => `(${sql})`).join(' OR ') : '1 = 0',
  params: conditions.flatMap(({ params }) => params),
});
const when = (isSo: boolean, condition: Condition): Condition[] => (isSo ? [condition] : []);

const YES: Condition = { sql: '1 = 1', params: [] };
const NO: Condition = { sql: '1 = 0', params: [] };

/**
 * Who may see which case: the only place that knows. Every list, count, search, view and command goes through one of
 * these two, so that what is hidden is hidden everywhere.
 */

/** Cases of which the viewer may know that they exist: number, line, state, handler. A wall hides even that. */
export function knownTo(viewer: Viewer): Condition {
  const { roles } = viewer;
  if (!roles.some((role) => DESK.includes(role))) return NO;
  // Whoever divides the work must know of both files of a conflict to keep them apart.
  return roles.includes('planner') ? YES : outsideWalls(viewer);
}

/** Cases whose content the viewer may see: a jurist's own ones, as handler or deputy; for students those of line 1. */
export function openTo(viewer: Viewer): Condition {
  const { account, roles } = viewer;
  const own: Condition = { sql: 'c.handler = ? OR c.deputy = ?', params: [account, account] };
  const line1: Condition = { sql: 'c.line = 1', params: [] };
  return all(
    outsideWalls(viewer),
    any(
      ...when(roles.includes('jurist'), own),
      ...when(roles.includes('student'), line1),
      ...when(roles.includes('jurist'), openInEmergency(viewer)),
    ),
  );
}

const outsideWalls = ({ account, now }: Viewer): Condition => ({
  sql: outsideEveryWall('case', 'c.number'),
  params: [account, millisOf(now)],
});

/** Files that a broken glass holds open for a while. */
const openInEmergency = ({ account, now }: Viewer): Condition => ({
  sql: "c.number IN (SELECT file_number FROM break_glass WHERE file_kind = 'case' AND account = ? AND until > ?)",
  params: [account, millisOf(now)],
});
