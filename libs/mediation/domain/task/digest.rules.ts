import type { PlainDate } from '@bureau/kernel';
import type { ChaseStage } from '../deadline/chase.rules';

/** Somebody who reads a digest. */
export interface Reader {
  readonly username: string;
  readonly roles: readonly string[];
  /** Who this is in the pool. */
  readonly person: string | null;
  readonly senior: boolean;
}

/** One line: a number, a code and a day; no name of a family. */
export interface DigestLine {
  readonly subject: string;
  readonly kind: string;
  readonly stage: ChaseStage;
  readonly dueOn: PlainDate | null;
}

/** A line, and everything that tells whose it is. */
export interface Work extends DigestLine {
  readonly forRole: string;
  readonly forPerson: string | null;
  /** The coordinator of the request; null when it has none. */
  readonly assignee: string | null;
  /** The people of the pool with this role in the request. */
  readonly people: readonly string[];
}

export interface Digest {
  readonly lines: readonly DigestLine[];
  /** How many lines there was no room for. */
  readonly more: number;
  /** No coordinator is senior, so what is passed on comes to all of them. */
  readonly nobodyIsSenior: boolean;
}

/** Longer than anybody reads; the worklist has all of it. */
const MOST_LINES = 200;

/** What waits for one reader, what is due first on top. `readers` are all who can still log in. */
export function digestOf(reader: Reader, work: readonly Work[], readers: readonly Reader[]): Digest {
  const coordinators = readers.filter(isCoordinator);
  const nobodyIsSenior = !coordinators.some(({ senior }) => senior);
  const atWork = new Set(coordinators.map(({ username }) => username));
  const mine = work
    .filter((one) => isFor(reader, one, nobodyIsSenior, atWork))
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  const lines = mine
    .slice(0, MOST_LINES)
    .map(({ subject, kind, stage, dueOn }) => ({ subject, kind, stage, dueOn }));
  return { lines, more: mine.length - lines.length, nobodyIsSenior };
}

function isFor(
  reader: Reader,
  work: Work,
  nobodyIsSenior: boolean,
  coordinators: ReadonlySet<string>,
): boolean {
  const { forRole, forPerson, stage, assignee, people } = work;
  if (forPerson !== null) return forPerson === reader.username;
  if (LED_BY_COORDINATORS.includes(forRole) && isCoordinator(reader)) {
    if (stage === 'escalated' && (reader.senior || nobodyIsSenior)) return true;
    // What belongs to nobody who is still there, belongs to all.
    if (assignee === null || !coordinators.has(assignee) || assignee === reader.username) return true;
  }
  if (!reader.roles.includes(forRole)) return false;
  return PERSONAL.includes(forRole)
    ? reader.person !== null && people.includes(reader.person)
    : forRole !== 'coordinator';
}

const isCoordinator = ({ roles }: Pick<Reader, 'roles'>): boolean => roles.includes('coordinator');

/** A coordinator leads the whole of a request, whoever has to act; the advice desk is none of it. */
const LED_BY_COORDINATORS: readonly string[] = ['coordinator', 'senior_coordinator', 'mediator', 'curator'];
/** Roles that are about the requests in which somebody really has that role. */
const PERSONAL: readonly string[] = ['mediator', 'curator'];
