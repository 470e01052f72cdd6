import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import type { Instant } from '@bureau/kernel';
import { bookedSlots, bookingChanges } from '../domain/request/booking.rules';
import { advance, open, refusedNow, type Decision } from '../domain/request/request.engine';
import type { Refusal } from '../domain/request/request.refusal';
import type { LaterEvent, RequestEvent, Stamp, Stamped } from '../domain/vocabulary/events';
import { BureauRules } from './bureau-rules';
import {
  RequestStore,
  type HistoryEntry,
  type RequestSave,
  type SaveResult,
  type StoredRequest,
} from './request.store';

/** One line of an old register, readable as such. */
export interface ReplayLine {
  readonly line: number;
  readonly at: Instant;
  readonly request: string;
  readonly actor: string | null;
  readonly event: RequestEvent;
}

export interface BadLine {
  readonly line: number;
  readonly request: string;
  readonly why: string;
}

export interface ReplayReport {
  readonly applied: number;
  readonly unchanged: number;
  readonly bad: readonly BadLine[];
}

/** One request as the file drives it: as stored, then as it would become. */
interface Driven {
  readonly history: readonly HistoryEntry[];
  current: StoredRequest | null;
  position: number;
}

/**
 * Drives requests through the machine with the file's own clock. Every line is tried in memory first: with a bad
 * line nothing at all is written, unless told to go on with the rest. What the history already holds is left alone,
 * so running the same file again changes nothing.
 */
@Injectable()
export class ReplayHistory {
  constructor(
    private readonly requests: RequestStore,
    private readonly rules: BureauRules,
  ) {}

  async execute(
    lines: readonly ReplayLine[],
    options: {
      readonly goOn: boolean;
      readonly alreadyBad: number;
      readonly progress?: (done: number) => void;
    },
  ): Promise<ReplayReport> {
    const plan = await this.plan(lines);
    if (plan.bad.length + options.alreadyBad > 0 && !options.goOn)
      return { applied: 0, unchanged: plan.unchanged, bad: plan.bad };
    const bad = [...plan.bad];
    const stopped = new Set<string>();
    let applied = 0;
    for (const { save, line } of plan.saves) {
      if (stopped.has(save.number)) continue;
      const result = await this.saved(save);
      if (result === 'saved') {
        applied++;
        options.progress?.(applied);
      } else {
        stopped.add(save.number);
        bad.push({
          line,
          request: save.number,
          why: `somebody else changed the request meanwhile (${result})`,
        });
      }
    }
    return { applied, unchanged: plan.unchanged, bad };
  }

  /** The tried decision, written on what is stored by now: the journal's chain is only known there. */
  private async saved(save: RequestSave): Promise<SaveResult> {
    const before = save.before && (await this.requests.load(save.number));
    return before?.revision === save.before?.revision ? this.requests.save({ ...save, before }) : 'stale';
  }

  private async plan(lines: readonly ReplayLine[]) {
    const driven = new Map<string, Driven>();
    const booked = new Map<string, string>(await this.requests.bookings());
    const saves: { save: RequestSave; line: number }[] = [];
    const bad: BadLine[] = [];
    let unchanged = 0;
    for (const line of lines) {
      const request = driven.get(line.request) ?? (await this.stored(line.request));
      driven.set(line.request, request);
      const recorded = request.history.slice(request.position);
      if (recorded.length > 0) {
        const found = recorded.findIndex((known) => isSame(known, line));
        // A line that is not recorded takes no place in the history: what is recorded still waits for its own line.
        if (found < 0) {
          const why = `the history already holds another event at this place (${recorded[0]?.event.type})`;
          bad.push(badLine(line, why));
        } else {
          request.position += found + 1;
          unchanged++;
        }
        continue;
      }
      const decided = this.decide(request.current, line, booked);
      if ('why' in decided) {
        bad.push(badLine(line, decided.why));
        continue;
      }
      const { decision, stamp } = decided;
      saves.push({ line: line.line, save: saveOf(line, stamp, request.current, decision) });
      request.current = afterwards(request.current, decision);
      request.position++;
    }
    return { saves, bad, unchanged };
  }

  private async stored(number: string): Promise<Driven> {
    return {
      history: await this.requests.history(number),
      current: await this.requests.load(number),
      position: 0,
    };
  }

  private decide(
    current: StoredRequest | null,
    { event, at, actor, request }: ReplayLine,
    booked: Map<string, string>,
  ): { decision: Decision; stamp: Stamp } | { why: string } {
    const stamp: Stamp = { at, on: localDate(at, this.rules.calendar.zone), actor };
    if (event.type === 'request.registered') {
      if (current) return { why: 'the request is registered already' };
      const opened = open(request, event, stamp, this.rules.requestPolicy, this.rules.calendar);
      return opened.ok ? { decision: opened.value, stamp } : { why: whyNot(opened.error) };
    }
    if (!current)
      return { why: 'the request has not been registered: its request.registered is missing or bad' };
    const advanced = advance(current.snapshot, event, stamp, this.rules.calendar);
    if (!advanced.ok) return { why: whyNot(advanced.error) };
    if (!takesSlots(request, current, advanced.value, booked))
      return {
        why: whyNot(
          refusedNow(current.snapshot.facts, { ...event, stamp } as Stamped<LaterEvent>, ['mediators-free']),
        ),
      };
    return { decision: advanced.value, stamp };
  }
}

/** Books what the decision takes; false, and nothing booked, when another request holds one of the quarters. */
function takesSlots(
  number: string,
  current: StoredRequest,
  decision: Decision,
  booked: Map<string, string>,
): boolean {
  const { released, taken } = bookingChanges(
    bookedSlots(current.snapshot.facts),
    bookedSlots(decision.next.facts),
  );
  const keyOf = ({ mediator, slot }: { mediator: string; slot: number }): string => `${mediator} ${slot}`;
  const isFree = taken.every((slot) => (booked.get(keyOf(slot)) ?? number) === number);
  if (!isFree) return false;
  for (const slot of released) booked.delete(keyOf(slot));
  for (const slot of taken) booked.set(keyOf(slot), number);
  return true;
}

const saveOf = (
  line: ReplayLine,
  stamp: Stamp,
  before: StoredRequest | null,
  decision: Decision,
): RequestSave => ({
  number: line.request,
  before,
  event: line.event,
  stamp,
  source: 'replay',
  decision,
  assignee: before?.assignee ?? null,
  kept: null,
});

/** What will be stored once the decision is saved, so that the next line can be tried on it. */
const afterwards = (before: StoredRequest | null, decision: Decision): StoredRequest => ({
  snapshot: decision.next,
  revision: (before?.revision ?? 0) + 1,
  auditHash: before?.auditHash ?? '',
  assignee: before?.assignee ?? null,
});

const isSame = ({ stamp, event: known }: HistoryEntry, { event, at, actor }: ReplayLine): boolean =>
  stamp.at === at && stamp.actor === actor && JSON.stringify(known) === JSON.stringify(event);

const badLine = ({ line, request }: ReplayLine, why: string): BadLine => ({ line, request, why });

function whyNot({ type, reasons, allowed }: Refusal): string {
  const why = reasons.map(({ words }) => words.en).join(' ');
  return allowed.length > 0
    ? `${type} is refused: ${why} Allowed now: ${allowed.join(', ')}.`
    : `${type} is refused: ${why}`;
}
