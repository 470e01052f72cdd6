import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, millisOf, type Instant } from '@bureau/kernel';
import { type AuditEntryRow, brokenLink, digestOf } from '@bureau/platform';
import { type CaseHistoryLine, type CaseSnapshot, foldCase } from '../domain/case/case.engine';
import { followUpOf, type FollowUp } from '../domain/follow-up/follow-up.rules';
import { DeskRules } from './desk-rules';

export interface CaseFailure {
  readonly case: string;
  readonly why: string;
}

/** What is stored of one case, byte for byte, for whoever checks it. */
export interface StoredCaseFile {
  readonly number: string;
  readonly snapshotText: string;
  readonly revision: number;
  readonly auditHash: string;
  /** What its row repeats of the snapshot does not agree with it. */
  readonly isRowAsSnapshot: boolean;
  readonly events: readonly StoredCaseEvent[];
  readonly audit: readonly AuditEntryRow[];
  readonly followUp: StoredFollowUp | null;
}

export interface StoredCaseEvent {
  readonly type: string;
  readonly at: string;
  readonly on: string;
  readonly actor: string | null;
  readonly payload: string;
  /** The event, or why it cannot be read. */
  readonly line: CaseHistoryLine | string;
}

export interface StoredFollowUp {
  readonly detail: string;
  readonly state: string;
  readonly dueAt: number;
  readonly hasFired: boolean;
  readonly isQueued: boolean;
}

/** Where verification reads from: the tables themselves, some hundreds of cases at a time. */
export abstract class StoredCaseFiles {
  abstract pages(): AsyncIterable<readonly StoredCaseFile[]>;
  abstract count(): Promise<number>;
  /** Numbers of which there is a history and no case. */
  abstract orphans(): Promise<readonly string[]>;
}

/** Every case: its history folded again gives its snapshot, its journal is unbroken, its due follow-up is on its way. */
@Injectable()
export class VerifyCases {
  constructor(
    private readonly files: StoredCaseFiles,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
  ) {}

  async execute(
    /** Waited for after every page: whoever must not keep a process from its other work takes a breath there. */
    progress?: (done: number, of: number) => void | Promise<void>,
  ): Promise<{ readonly checked: number; readonly failures: readonly CaseFailure[] }> {
    const of = await this.files.count();
    const failures: CaseFailure[] = [];
    let checked = 0;
    for await (const page of this.files.pages()) {
      for (const file of page)
        failures.push(...this.faultsOf(file).map((why) => ({ case: file.number, why })));
      checked += page.length;
      await progress?.(checked, of);
    }
    for (const number of await this.files.orphans())
      failures.push({ case: number, why: 'it has a history, and is not there itself' });
    return { checked, failures };
  }

  private faultsOf(file: StoredCaseFile): string[] {
    return [...this.faultsOfSnapshot(file), ...this.faultsOfJournal(file), ...this.lostFollowUp(file)];
  }

  private faultsOfSnapshot(file: StoredCaseFile): string[] {
    const { number, events, revision, snapshotText, isRowAsSnapshot } = file;
    if (events.length !== revision)
      return [`it is at revision ${revision}, but its history holds ${events.length} events`];
    const history = events.map(({ line }) => line);
    const unreadable = history.find((line) => typeof line === 'string');
    if (unreadable !== undefined) return [unreadable as string];
    try {
      const snapshot = [...foldCase(number, history as CaseHistoryLine[])].at(-1);
      if (JSON.stringify(snapshot) !== snapshotText)
        return ['its history folded again gives another snapshot'];
      return [
        ...(isRowAsSnapshot ? [] : ['its row says something else than its snapshot']),
        ...this.faultsOfFollowUp(file, snapshot),
      ];
    } catch (error) {
      return [`its history cannot be folded: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  private faultsOfFollowUp({ followUp }: StoredCaseFile, snapshot: CaseSnapshot | undefined): string[] {
    const expected: FollowUp | null = snapshot ? followUpOf(snapshot.facts, this.rules.calendar) : null;
    const detail = expected && JSON.stringify(expected);
    return (followUp?.detail ?? null) === detail
      ? []
      : ['its stored follow-up is not the one its history gives'];
  }

  private faultsOfJournal({ audit, auditHash, events, revision }: StoredCaseFile): string[] {
    const broken = brokenLink(audit);
    if (broken) return [`its journal is broken at line ${broken.position}: ${broken.why}`];
    if (audit.length !== revision || audit.at(-1)?.hash !== auditHash)
      return ['its journal does not end where the case stands'];
    const altered = events.findIndex((event, index) => !this.isAsWritten(event, audit[index]));
    return altered < 0 ? [] : [`event ${altered + 1} of its history was altered after it was written down`];
  }

  private isAsWritten(event: StoredCaseEvent, line: AuditEntryRow | undefined): boolean {
    return (
      line !== undefined &&
      line.action === event.type &&
      line.at === event.at &&
      line.actor === event.actor &&
      line.detail === digestOf(event.payload) &&
      localDate(event.at as Instant, this.rules.calendar.zone) === event.on
    );
  }

  private lostFollowUp({ followUp }: StoredCaseFile): string[] {
    const now = millisOf(this.clock.now());
    const isLost =
      followUp?.state === 'open' && followUp.dueAt <= now && !followUp.hasFired && !followUp.isQueued;
    return isLost ? ['its follow-up is due, has not fired and nothing will wake it'] : [];
  }
}
