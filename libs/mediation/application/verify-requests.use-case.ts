import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, millisOf, type Instant } from '@bureau/kernel';
import { brokenLink, digestOf, type AuditEntryRow } from '@bureau/platform';
import { deadlineChanges, deadlinesOf, type Deadline } from '../domain/deadline/deadline.rules';
import { foldHistory, type RequestSnapshot } from '../domain/request/request.engine';
import { BureauRules } from './bureau-rules';
import type { HistoryEntry } from './request.store';

export interface Failure {
  readonly request: string;
  readonly why: string;
}

/** What is stored of one request, byte for byte, for whoever checks it. */
export interface StoredFile {
  readonly number: string;
  readonly snapshotText: string;
  readonly revision: number;
  readonly auditHash: string;
  /** The history, or why it cannot be read. */
  readonly history: readonly HistoryEntry[] | string;
  readonly events: readonly StoredEvent[];
  readonly audit: readonly AuditEntryRow[];
  readonly deadlines: readonly StoredDeadline[];
}

/** One event of the history as its row has it. */
export interface StoredEvent {
  readonly type: string;
  readonly at: string;
  readonly on: string;
  readonly actor: string | null;
  readonly payload: string;
}

export interface StoredDeadline {
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly dueAt: number;
  readonly metOn: string | null;
  /** The revision of the request at which it last changed. */
  readonly revision: number;
  readonly detail: string;
  readonly hasFired: boolean;
  readonly isQueued: boolean;
}

export interface OtherJournal {
  readonly name: string;
  readonly lines: readonly AuditEntryRow[];
}

/** Where verification reads from: the tables themselves, past every mapper that might hide a fault. */
export abstract class StoredFiles {
  abstract numbers(): Promise<readonly string[]>;
  abstract file(number: string): Promise<StoredFile>;
  /** The journals that belong to no request: of accounts, of imports. */
  abstract otherJournals(): Promise<readonly OtherJournal[]>;
}

/** Every request: its history folded again gives its snapshot, its journal is unbroken, its due deadlines are on their way. */
@Injectable()
export class VerifyRequests {
  constructor(
    private readonly files: StoredFiles,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
  ) {}

  /** `between` is waited for after each request: whoever has other things to do as well does them then. */
  async execute(
    progress?: (done: number, of: number) => void,
    between?: () => Promise<void>,
  ): Promise<{ checked: number; failures: Failure[] }> {
    const numbers = await this.files.numbers();
    const failures: Failure[] = [];
    for (const [index, number] of numbers.entries()) {
      const file = await this.files.file(number);
      failures.push(...this.faultsOf(file).map((why) => ({ request: number, why })));
      progress?.(index + 1, numbers.length);
      await between?.();
    }
    for (const { name, lines } of await this.files.otherJournals()) {
      const broken = brokenLink(lines);
      if (broken)
        failures.push({ request: `journal '${name}'`, why: `line ${broken.position}: ${broken.why}` });
    }
    return { checked: numbers.length, failures };
  }

  private faultsOf(file: StoredFile): string[] {
    return [...this.faultsOfSnapshot(file), ...this.faultsOfJournal(file), ...this.lostDeadlines(file)];
  }

  private faultsOfSnapshot({ history, snapshotText, revision, deadlines, number }: StoredFile): string[] {
    if (typeof history === 'string') return [history];
    if (history.length !== revision)
      return [`it is at revision ${revision}, but its history holds ${history.length} events`];
    try {
      const { snapshot, expected } = this.folded(number, history);
      const faults =
        JSON.stringify(snapshot) === snapshotText ? [] : ['its history folded again gives another snapshot'];
      return [...faults, ...faultsOfDeadlines(expected, deadlines)];
    } catch (error) {
      return [`its history cannot be folded: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  private folded(number: string, history: readonly HistoryEntry[]) {
    const expected = new Map<string, Expected>();
    let revision = 0;
    let deadlines: readonly Deadline[] = [];
    let snapshot: RequestSnapshot | null = null;
    for (snapshot of foldHistory(number, history)) {
      const now = deadlinesOf(snapshot.facts, this.rules.calendar);
      revision++;
      for (const { deadline } of deadlineChanges(deadlines, now))
        expected.set(deadline.kind, { deadline, revision });
      deadlines = now;
    }
    return { snapshot, expected };
  }

  private faultsOfJournal({ audit, auditHash, events, revision }: StoredFile): string[] {
    const broken = brokenLink(audit);
    if (broken) return [`its journal is broken at line ${broken.position}: ${broken.why}`];
    if (audit.length !== revision || audit.at(-1)?.hash !== auditHash)
      return ['its journal does not end where the request stands'];
    const altered = events.findIndex((event, index) => !this.isAsWritten(event, audit[index]));
    return altered < 0 ? [] : [`event ${altered + 1} of its history was altered after it was written down`];
  }

  private isAsWritten(
    { type, at, on, actor, payload }: StoredEvent,
    line: AuditEntryRow | undefined,
  ): boolean {
    return (
      line !== undefined &&
      line.action === type &&
      line.at === at &&
      line.actor === actor &&
      line.detail === digestOf(payload) &&
      localDate(at as Instant, this.rules.calendar.zone) === on
    );
  }

  private lostDeadlines({ deadlines }: StoredFile): string[] {
    const now = millisOf(this.clock.now());
    return deadlines
      .filter(
        ({ state, dueAt, hasFired, isQueued }) => state === 'open' && dueAt <= now && !hasFired && !isQueued,
      )
      .map(({ kind }) => `its deadline ${kind} is due, has not fired and nothing will wake it`);
  }
}

interface Expected {
  readonly deadline: Deadline;
  readonly revision: number;
}

function faultsOfDeadlines(
  expected: ReadonlyMap<string, Expected>,
  stored: readonly StoredDeadline[],
): string[] {
  const wrong = stored
    .filter((row) => !isTheOne(row, expected.get(row.kind)))
    .map(({ kind }) => `its stored deadline ${kind} is not the one its history gives`);
  const missing = [...expected.keys()].filter((kind) => !stored.some((row) => row.kind === kind));
  return [...wrong, ...missing.map((kind) => `its deadline ${kind} is missing`)];
}

const isTheOne = (row: StoredDeadline, expected: Expected | undefined): boolean =>
  expected !== undefined &&
  row.revision === expected.revision &&
  row.state === expected.deadline.state &&
  row.dueOn === expected.deadline.dueOn &&
  row.dueAt === millisOf(expected.deadline.dueAt) &&
  row.metOn === expected.deadline.metOn &&
  row.detail === JSON.stringify(expected.deadline);
