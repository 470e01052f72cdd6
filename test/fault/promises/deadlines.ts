import type { StormClock } from '../storm.clock';
import type { Timeline } from '../timeline';
import type { Violation } from './promise';

/** A write to a deadline, as the witness saw it, in the order in which they were made. */
export interface DeadlineWrite {
  readonly line: number;
  readonly seen_at: number;
  readonly request: string;
  readonly kind: string;
  readonly revision: number;
  readonly state: string;
  readonly due_at: number;
  readonly fired_at: number | null;
}

/** A write to the outbox, as the witness saw it. */
export interface OutboxWrite {
  readonly line: number;
  readonly seen_at: number;
  readonly id: string;
  readonly kind: string;
  readonly available_at: number;
  readonly delivered_at: number | null;
}

export interface DeadlineCase {
  readonly writes: readonly DeadlineWrite[];
  readonly clock: Pick<StormClock, 'firstShows'>;
  readonly timeline: Pick<Timeline, 'calmOf'>;
  /** How long somebody must be able to work in peace before what is due counts as late. */
  readonly patienceMs: number;
  readonly endedAt: number;
}

export interface DeadlineFindings {
  readonly violations: Violation[];
  readonly fired: number;
  /** Milliseconds between the moment a deadline could be told of and its telling, outages included. */
  readonly lateness: readonly number[];
}

/** The witness looks at its own clock a moment before the commit. */
const WITNESS_MS = 5;

/** Every deadline that stood open at its moment must be told of: once, not before, and soon after. */
export function deadlineFaults({
  writes,
  clock,
  timeline,
  patienceMs,
  endedAt,
}: DeadlineCase): DeadlineFindings {
  const violations: Violation[] = [];
  const lateness: number[] = [];
  const told = new Set<string>();
  for (const { before, now, next } of ordered(writes)) {
    if (now.fired_at === null) {
      if (now.state !== 'open') continue;
      const dueAt = Math.max(clock.firstShows(now.due_at), now.seen_at);
      const settledAt = next?.seen_at ?? endedAt;
      const isTold = next !== null && next.fired_at !== null;
      if (isTold) lateness.push(Math.max(0, settledAt - dueAt));
      const latest = timeline.calmOf(patienceMs, dueAt);
      if (settledAt > latest)
        violations.push(broken(now, `${settledAt - latest} ms late${isTold ? '' : ', and never told of'}`));
      continue;
    }
    const name = `${nameOf(now)} revision ${now.revision}`;
    if (before?.fired_at === now.fired_at && before.revision === now.revision) continue;
    if (told.has(name)) violations.push(broken(now, 'told of twice'));
    told.add(name);
    if (before?.state !== 'open')
      violations.push(broken(now, `told of while it was ${before?.state ?? 'unknown'}`));
    if (now.fired_at < now.due_at || now.seen_at < clock.firstShows(now.due_at) - WITNESS_MS)
      violations.push(broken(now, `told of ${now.due_at - now.fired_at} ms early by the bureau's clock`));
  }
  return { violations, fired: told.size, lateness };
}

/** Jobs of every kind: each is done once, and not before its moment. */
export function jobFaults(
  writes: readonly OutboxWrite[],
  clock: Pick<StormClock, 'firstShows'>,
): { readonly violations: Violation[]; readonly done: ReadonlyMap<string, number> } {
  const violations: Violation[] = [];
  const latest = new Map<string, OutboxWrite>();
  const delivered = new Map<string, number>();
  const done = new Map<string, number>();
  for (const write of writes) {
    const before = latest.get(write.id);
    latest.set(write.id, write);
    if (write.delivered_at === null || before?.delivered_at === write.delivered_at) continue;
    const times = (delivered.get(write.id) ?? 0) + 1;
    delivered.set(write.id, times);
    done.set(write.kind, (done.get(write.kind) ?? 0) + 1);
    if (times > 1)
      violations.push({ promise: 'deadlines', what: `${write.kind} ${write.id} was done twice` });
    if (before && write.seen_at < clock.firstShows(before.available_at) - WITNESS_MS)
      violations.push({ promise: 'deadlines', what: `${write.kind} ${write.id} was done before its moment` });
  }
  return { violations, done };
}

interface Step {
  readonly before: DeadlineWrite | null;
  readonly now: DeadlineWrite;
  readonly next: DeadlineWrite | null;
}

/** Each write with the one before and after it to the same deadline. */
function ordered(writes: readonly DeadlineWrite[]): Step[] {
  const byDeadline = new Map<string, DeadlineWrite[]>();
  for (const write of [...writes].sort((one, other) => one.line - other.line)) {
    const of = byDeadline.get(nameOf(write)) ?? [];
    of.push(write);
    byDeadline.set(nameOf(write), of);
  }
  return [...byDeadline.values()].flatMap((of) =>
    of.map((now, index) => ({ before: of[index - 1] ?? null, now, next: of[index + 1] ?? null })),
  );
}

const nameOf = ({ request, kind }: DeadlineWrite): string => `${kind} of ${request}`;

const broken = (write: DeadlineWrite, what: string): Violation => ({
  promise: 'deadlines',
  what: `${nameOf(write)} (revision ${write.revision}, due ${new Date(write.due_at).toISOString()}): ${what}`,
});
