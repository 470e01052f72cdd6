import { Injectable } from '@nestjs/common';
import { Clock, instantFromMillis, millisOf } from '@bureau/kernel';
import { Database, type Change, type Row, type Write } from '@bureau/platform';
import { type Entry, type NewWall, type PastHandling, Walls } from '../../application/wall/walls';
import {
  CAPACITIES,
  type Capacity,
  FILE_KINDS,
  type FileKind,
  type FileName,
  type WallState,
} from '../../domain/wall/wall';
import { hiddenNumbers, outsideEveryWall } from './wall.sql';

const MOST_TRIES = 20;
const ACCESS_KEY = ['file_kind', 'file_number', 'account', 'capacity', 'since'];

const HIDDEN = {
  case: `SELECT 1 AS seen WHERE ${outsideEveryWall('case', 'CAST(? AS text)')}`,
  'mediation-request': `SELECT 1 AS seen WHERE ${outsideEveryWall('mediation-request', 'CAST(? AS text)')}`,
} as const;

/** Who reads what is theirs to handle needs not be remembered as a reader too: a file that cannot be written can be read. */
const INSIDE = "'handler', 'deputy'";

const glanceAt = (kind: FileKind): string =>
  `SELECT CASE WHEN ${outsideEveryWall(kind, 'CAST(? AS text)')} THEN 0 ELSE 1 END AS is_hidden,
     (SELECT COUNT(*) FROM conflict_side s LEFT JOIN conflict_member m ON m.group_id = s.group_id AND m.account = ?
      WHERE s.file_kind = ? AND s.file_number = ? AND m.account IS NULL) AS sideless,
     (SELECT COUNT(*) FROM file_access a WHERE a.file_kind = ? AND a.file_number = ? AND a.account = ?
      AND (a.capacity = ? OR (? = 'reader' AND a.capacity IN (${INSIDE}))) AND a.until IS NULL) AS known`;

const GLANCE = { case: glanceAt('case'), 'mediation-request': glanceAt('mediation-request') } as const;

interface Glance {
  readonly is_hidden: number;
  readonly sideless: number;
  readonly known: number;
}

const STILL_OPEN = `SELECT 1 AS open FROM file_access
  WHERE file_kind = ? AND file_number = ? AND account = ? AND until IS NULL LIMIT 1`;

const WALLS_OF = `SELECT s.group_id, s.side, m.side AS stands FROM conflict_side s
  LEFT JOIN conflict_member m ON m.group_id = s.group_id AND m.account = ?
  WHERE s.file_kind = ? AND s.file_number = ?`;

const BETWEEN = `SELECT a.group_id, g.state FROM conflict_side a
  JOIN conflict_side b ON b.group_id = a.group_id AND b.file_kind = ? AND b.file_number = ?
  JOIN conflict_group g ON g.id = a.group_id
  WHERE a.file_kind = ? AND a.file_number = ? ORDER BY g.is_up DESC, g.since DESC`;

const CAME_TO = `SELECT account, file_kind, file_number, MIN(since) AS since FROM file_access
  WHERE capacity <> 'breakglass' AND ((file_kind = ? AND file_number = ?) OR (file_kind = ? AND file_number = ?))
  GROUP BY account, file_kind, file_number ORDER BY MIN(since), file_kind, file_number`;

interface Came {
  readonly account: string;
  readonly file_kind: string;
  readonly file_number: string;
  readonly since: number;
}

interface Side {
  readonly account: string;
  readonly side: string;
  readonly since: string;
}

const MEMBERS = 'SELECT account FROM conflict_member WHERE group_id = ?';

const sideOf = ({ kind, number }: FileName): string => `${kind} ${number}`;

@Injectable()
export class DatabaseWalls extends Walls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async hides(account: string, { kind, number }: FileName): Promise<boolean> {
    const now = millisOf(this.clock.now());
    return (await this.database.read(HIDDEN[kind], [number, account, now])).length === 0;
  }

  async isOpenTo(account: string, file: FileName): Promise<boolean> {
    const came = await this.database.read(STILL_OPEN, [file.kind, file.number, account]);
    return came.length > 0 && !(await this.hides(account, file));
  }

  async hiddenFrom(account: string): Promise<readonly FileName[]> {
    const now = millisOf(this.clock.now());
    const found = await Promise.all(
      FILE_KINDS.map(async (kind) => {
        const rows = await this.database.read<{ file_number: string }>(hiddenNumbers(kind), [account, now]);
        return rows.map(({ file_number: number }): FileName => ({ kind, number }));
      }),
    );
    return found.flat();
  }

  async enter(entry: Entry): Promise<'entered' | 'hidden'> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const glance = await this.glance(entry);
      if (glance.is_hidden > 0) return 'hidden';
      const sides = glance.sideless > 0 ? await this.sidesTaken(entry) : [];
      const writes = [...sides, ...(glance.known > 0 ? [] : [this.opened(entry)])];
      if (writes.length === 0) return 'entered';
      // Looked at once more after writing: a wall that went up meanwhile has seen this entry, or is seen by it. 'taken'
      // means that the account came to the other side meanwhile; the next look says so.
      await this.database.commit({ writes });
    }
    throw new Error(`${sideOf(entry.file)} stayed busy for ${MOST_TRIES} tries`);
  }

  async standing(entry: Entry): Promise<'hidden' | 'known' | 'new'> {
    const { is_hidden, sideless, known } = await this.glance(entry);
    if (is_hidden > 0) return 'hidden';
    return known > 0 && (sideless === 0 || !CAPACITIES[entry.capacity].takesSide) ? 'known' : 'new';
  }

  async known(past: readonly PastHandling[]): Promise<void> {
    const rows = past.map(({ account, file, since, until }) => ({
      file_kind: file.kind,
      file_number: file.number,
      account,
      capacity: 'handler',
      since: millisOf(since),
      until: until === null ? null : millisOf(until),
      given_by: null,
    }));
    const onConflict = { key: ACCESS_KEY, then: 'ignore' } as const;
    if (rows.length > 0)
      await this.database.commit({ writes: [{ insert: 'file_access', rows, onConflict }] });
  }

  async leave(account: string, { kind, number }: FileName, capacity: Capacity): Promise<void> {
    const where = { file_kind: kind, file_number: number, account, capacity, until: null };
    const set = { until: millisOf(this.clock.now()) };
    await this.database.commit({ writes: [{ change: 'file_access', where, set }] });
  }

  async raise(wall: NewWall): Promise<{ readonly id: string; readonly state: WallState }> {
    const [a, b] = wall.files;
    const [there] = await this.database.read<{ group_id: string; state: WallState }>(BETWEEN, [
      b.kind,
      b.number,
      a.kind,
      a.number,
    ]);
    const id = there?.group_id ?? wall.id;
    if (!there)
      await this.database.commit({ writes: [...newWall(wall), ...(await this.latecomers(id, a, b))] });
    // Once more, also for a wall that stood: whoever came in while it went up takes a side now.
    const writes = await this.latecomers(id, a, b);
    if (writes.length > 0) await this.database.commit({ writes });
    return { id, state: there?.state ?? wall.state };
  }

  /** A side for everybody who came to one of the two files and stands on no side yet. */
  private async latecomers(group_id: string, a: FileName, b: FileName): Promise<readonly Write[]> {
    const came = firstSides(await this.database.read<Came>(CAME_TO, [a.kind, a.number, b.kind, b.number]));
    const stand = await this.database.read<{ account: string }>(MEMBERS, [group_id]);
    const known = new Set(stand.map(({ account }) => account));
    const rows = came.filter(({ account }) => !known.has(account)).map((row) => ({ group_id, ...row }));
    const onConflict = { key: ['group_id', 'account'], then: 'ignore' } as const;
    return rows.length > 0 ? [{ insert: 'conflict_member', rows, onConflict }] : [];
  }

  async decide({
    wall,
    isConflict,
    by,
    reason,
    at,
  }: Parameters<Walls['decide']>[0]): Promise<'done' | 'unknown'> {
    const set: Change['set'] = isConflict
      ? { state: 'confirmed' }
      : { state: 'lifted', is_up: 0, lifted_at: at, lifted_by: by, lift_reason: reason };
    const result = await this.database.commit({
      guard: { change: 'conflict_group', where: { id: wall, is_up: 1 }, set },
      writes: [],
    });
    return result.ok ? 'done' : 'unknown';
  }

  /** A side for the account on each wall of the file where it has none yet. */
  private async sidesTaken({ account, file, capacity }: Entry): Promise<readonly Write[]> {
    if (!CAPACITIES[capacity].takesSide) return [];
    const walls = await this.database.read<{ group_id: string; side: string; stands: string | null }>(
      WALLS_OF,
      [account, file.kind, file.number],
    );
    const since = this.clock.now();
    const rows = walls
      .filter(({ stands }) => stands === null)
      .map(({ group_id, side }): Row => ({ group_id, account, side, since }));
    return rows.length > 0 ? [{ insert: 'conflict_member', rows }] : [];
  }

  /** All that a known visitor costs: one read. */
  private async glance({ account, file: { kind, number }, capacity }: Entry): Promise<Glance> {
    const now = millisOf(this.clock.now());
    const [glance] = await this.database.read<Glance>(GLANCE[kind], [
      ...[number, account, now],
      ...[account, kind, number],
      ...[kind, number, account, capacity, capacity],
    ]);
    return glance ?? { is_hidden: 1, sideless: 0, known: 0 };
  }

  private opened({ account, file, capacity, by }: Entry): Write {
    const since = millisOf(this.clock.now());
    const row = {
      file_kind: file.kind,
      file_number: file.number,
      account,
      capacity,
      since,
      until: null,
      given_by: by,
    };
    return { insert: 'file_access', rows: [row], onConflict: { key: ACCESS_KEY, then: 'ignore' } };
  }
}

function newWall({ id, basis, state, files, by, at }: NewWall): readonly Write[] {
  const notLifted = { lifted_at: null, lifted_by: null, lift_reason: null, is_up: 1 };
  const sides = files.map((file) => ({
    group_id: id,
    file_kind: file.kind,
    file_number: file.number,
    side: sideOf(file),
  }));
  return [
    { insert: 'conflict_group', rows: [{ id, state, basis, since: at, raised_by: by, ...notLifted }] },
    { insert: 'conflict_side', rows: sides },
  ];
}

/** Per account the side it came to first. */
function firstSides(came: readonly Came[]): readonly Side[] {
  const first = new Map<string, Side>();
  for (const { account, file_kind, file_number, since } of came)
    if (!first.has(account))
      first.set(account, { account, side: `${file_kind} ${file_number}`, since: instantFromMillis(since) });
  return [...first.values()];
}
