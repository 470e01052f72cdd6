import { BrokenWorld, type PlainDate } from '@bureau/kernel';
import type { CaseDecision, CaseHistoryLine, CaseSnapshot } from '../domain/case/case.engine';
import type { CaseEvent, Stamp } from '../domain/case/case.events';
import type { ContactMoment } from '../domain/contact-moment';
import type { HandoverWrite } from '../domain/handover/handover';
import type { Person } from '../domain/people/person';

export interface StoredCase {
  readonly snapshot: CaseSnapshot;
  /** How many events the case has met. */
  readonly revision: number;
  readonly auditHash: string;
}

export interface CaseHistoryEntry extends CaseHistoryLine {
  readonly position: number;
  readonly source: 'live' | 'import';
}

/** What an event brings along that stands in tables of its own: names and words, which no history keeps. */
export interface Alongside {
  readonly people?: readonly Person[];
  readonly contact?: ContactMoment & { readonly on: PlainDate };
  readonly handover?: HandoverWrite;
}

export interface KeptCaseAnswer {
  readonly actor: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: string;
}

export interface CaseSave {
  readonly number: string;
  /** What the decision was made on; null for a new case. */
  readonly before: StoredCase | null;
  readonly event: CaseEvent;
  readonly stamp: Stamp;
  readonly decision: CaseDecision;
  readonly alongside: Alongside;
  readonly kept: KeptCaseAnswer | null;
}

/** Where cases are kept. */
export abstract class CaseStore {
  /** The case as it stands, or null. Throws DamagedCase when what is stored cannot be read. */
  abstract load(number: string): Promise<StoredCase | null>;

  abstract history(number: string): Promise<readonly CaseHistoryEntry[]>;

  abstract people(number: string): Promise<readonly Person[]>;

  /** The contact moments, the latest one first. */
  abstract contacts(number: string): Promise<readonly ContactMoment[]>;

  /** Case, history, deadline, names, words, outbox and audit together, or nothing at all: then somebody else was first. */
  abstract save(save: CaseSave): Promise<'saved' | 'again'>;

  abstract keptAnswer(
    actor: string,
    key: string,
  ): Promise<Pick<KeptCaseAnswer, 'bodyHash' | 'answer'> | null>;

  /** The highest sequence number given out in a year; 0 when none. */
  abstract lastSequence(year: number): Promise<number>;
}

/** What is stored of a case cannot be read any more. A broken world: `bureau verify` tells more. */
export class DamagedCase extends BrokenWorld {
  readonly code = 'damaged-file';

  constructor(number: string, why: string) {
    super(
      `The stored file of case ${number} is damaged (${why}). Run 'bureau verify' and restore it from a backup.`,
    );
  }
}
