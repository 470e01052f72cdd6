import { localDate } from '@bureau/calendar';
import type { LaterEvent, Stamped } from '@bureau/mediation';
import { auditLine, digestOf } from '@bureau/platform';
import { batchOf } from '../../libs/mediation/adapters/persistence/request.batch';
import { answerOf } from '../../libs/mediation/application/answer';
import type { RequestSave, StoredRequest } from '../../libs/mediation/application/request.store';
import { deadlineChanges, deadlinesOf } from '../../libs/mediation/domain/deadline/deadline.rules';
import { phaseOf } from '../../libs/mediation/domain/request/phase.rules';
import { advance } from '../../libs/mediation/domain/request/request.engine';
import { unmetNeeds } from '../../libs/mediation/domain/request/request.refusal';
import { ACTOR, BenchBureau } from './bureau';
import type { Ground } from './places';
import { median } from './rounds';
import { copyOf, type Moment, type Story } from './stories';

/** What one event costs on its way from the door of the use case to the disk. */
export const PARTS = {
  needs: 'every need of the event, asked of the facts',
  machine: 'the step of the statechart, from memory or by XState',
  deadlines: 'every deadline, and what changed',
  phase: 'the phase',
  answer: 'the answer in words, nl and en',
  stringify: 'snapshot into JSON',
  hashing: 'SHA-256 of the payload and of the audit line',
  batch: 'the rows of every table, without the two above',
  commit: 'the batch durably written',
  rest: 'turns, promises, stamps, and what measuring the parts one by one changes',
} as const;

export type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];
export type Breakdown = Readonly<Record<Part | 'whole', number>>;

const WARM_UPS = 2;

/**
 * Microseconds of each part of one advance, with one caller. The parts are called one by one from here, the whole is
 * the use case itself on other copies of the same year in between.
 */
export async function benchBreakdown(
  ground: Ground,
  stories: readonly Story[],
  rounds: number,
): Promise<Breakdown> {
  const place = ground.place();
  const bureau = await BenchBureau.open(place.url, 1);
  const found: Breakdown[] = [];
  try {
    for (let round = -WARM_UPS; round < rounds; round++) {
      const [one, other] = [0, 1].map((half) => copyOf(stories, (round + WARM_UPS) * 2 + half));
      const breakdown = { ...(await parts(bureau, one ?? [])), whole: await whole(bureau, other ?? []) };
      const known = Object.values({ ...breakdown, whole: 0 }).reduce((sum, part) => sum + part, 0);
      if (round >= 0) found.push({ ...breakdown, rest: breakdown.whole - known });
    }
  } finally {
    await bureau.close();
    await place.remove();
  }
  const names = [...NAMES, 'whole'] as const;
  return Object.fromEntries(names.map((name) => [name, median(found.map((one) => one[name]))])) as Breakdown;
}

async function whole(bureau: BenchBureau, stories: readonly Story[]): Promise<number> {
  const watch = new Stopwatch();
  for (const { registration, later } of stories) {
    const number = await bureau.register(registration);
    for (const moment of later) {
      watch.start();
      await bureau.advance(number, moment);
      watch.lap('rest');
      watch.done();
    }
  }
  bureau.recorded();
  return watch.perEvent().rest;
}

async function parts(bureau: BenchBureau, stories: readonly Story[]): Promise<Record<Part, number>> {
  const watch = new Stopwatch();
  for (const { registration, later } of stories) {
    const number = await bureau.register(registration);
    let stored = await bureau.stored(number);
    for (const moment of later) stored = await taken(bureau, number, moment, stored, watch);
  }
  bureau.recorded();
  return watch.perEvent();
}

/** What `AdvanceRequest` does, step by step, on the state that this process wrote last. Answers the next one. */
async function taken(
  bureau: BenchBureau,
  number: string,
  { at, event }: Moment<LaterEvent>,
  before: StoredRequest,
  watch: Stopwatch,
): Promise<StoredRequest> {
  const { calendar } = bureau.rules;
  const stamp = { at, on: localDate(at, calendar.zone), actor: ACTOR };
  watch.start();
  const { snapshot } = before;
  const decided = advance(snapshot, event, stamp, calendar);
  watch.lap('machine');
  if (!decided.ok) throw new Error(`${event.type} was refused`);
  const decision = decided.value;
  const { facts } = decision.next;
  // What `advance` does beside the machine is done once more, and taken off it.
  watch.within('machine', 'needs', () =>
    unmetNeeds(snapshot.facts, { ...event, stamp } as Stamped<LaterEvent>),
  );
  // Other facts with the same content: those of the same facts are remembered.
  const same = { ...facts };
  watch.within('machine', 'deadlines', () =>
    deadlineChanges(deadlinesOf(snapshot.facts, calendar), deadlinesOf(same, calendar)),
  );
  watch.within('machine', 'phase', () => phaseOf(facts));
  watch.start();
  answerOf(number, before.revision + 1, event.type, decision);
  watch.lap('answer');
  const save: RequestSave = {
    number,
    before,
    event,
    stamp,
    source: 'live',
    decision,
    assignee: before.assignee,
    kept: null,
  };
  watch.start();
  const { batch, stored } = batchOf(save);
  watch.lap('batch');
  watch.within('batch', 'stringify', () => JSON.stringify(decision.next));
  watch.within('batch', 'hashing', () => {
    const detail = digestOf(JSON.stringify(event));
    const position = before.revision + 1;
    auditLine(before.auditHash, { file: number, position, at, actor: ACTOR, action: event.type, detail });
  });
  watch.start();
  const result = await bureau.commit(batch);
  watch.lap('commit');
  watch.done();
  if (!result.ok) throw new Error(`${event.type} was not written: ${result.because}`);
  return stored;
}

/** The slowest of a hundred events are the disk's, or the neighbours': they would hide all the rest. */
const COUNTED = 0.95;

/** Keeps the time of each part of each event. */
class Stopwatch {
  private readonly events: Record<Part, number>[] = [];
  private current = noTime();
  private since = 0;

  start(): void {
    this.since = performance.now();
  }

  /** The time since the last lap belongs to the part. */
  lap(part: Part): void {
    this.current[part] += performance.now() - this.since;
    this.since = performance.now();
  }

  /** Work that was done inside a larger part, done once more: it is counted as its own, and no longer as the larger's. */
  within(larger: Part, part: Part, work: () => unknown): void {
    const start = performance.now();
    work();
    const took = performance.now() - start;
    this.current[part] += took;
    this.current[larger] -= took;
  }

  done(): void {
    this.events.push(this.current);
    this.current = noTime();
  }

  /** In microseconds, the mean of all but the slowest. */
  perEvent(): Record<Part, number> {
    const mean = (part: Part): number => {
      const sorted = this.events.map((event) => event[part]).sort((a, b) => a - b);
      const counted = sorted.slice(0, Math.ceil(sorted.length * COUNTED));
      return (counted.reduce((sum, millis) => sum + millis, 0) * 1000) / counted.length;
    };
    return Object.fromEntries(NAMES.map((part) => [part, mean(part)])) as Record<Part, number>;
  }
}

const noTime = () => Object.fromEntries(NAMES.map((part) => [part, 0])) as Record<Part, number>;
