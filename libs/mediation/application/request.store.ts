import { BrokenWorld, type PlainDate } from '@bureau/kernel';
import type { Party } from '../domain/request/parties.rules';
import type { Decision, HistoryLine, RequestSnapshot } from '../domain/request/request.engine';
import type { RequestEvent, Stamp } from '../domain/vocabulary/events';

export interface StoredRequest {
  readonly snapshot: RequestSnapshot;
  /** How many events the request has met. */
  readonly revision: number;
  readonly auditHash: string;
  readonly assignee: string | null;
}

export interface HistoryEntry extends HistoryLine {
  readonly position: number;
  readonly machineVersion: string;
  readonly source: EventSource;
}

/** `live`: over the counter, now. `replay`: from an old register, with its own clock. */
export type EventSource = 'live' | 'replay';

/** The key that a client gave to its change, and the answer to give again to whoever repeats it. */
export interface KeptAnswer {
  readonly actor: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly answer: string;
}

export interface RequestSave {
  readonly number: string;
  /** What the decision was made on; null for a new request. */
  readonly before: StoredRequest | null;
  readonly event: RequestEvent;
  readonly stamp: Stamp;
  readonly source: EventSource;
  readonly decision: Decision;
  readonly assignee: string | null;
  readonly kept: KeptAnswer | null;
}

/** `stale`: somebody else was first. The rest: another request, another booking or another use of the key was first. */
export type SaveResult = 'saved' | 'stale' | 'number-taken' | 'mediator-booked' | 'key-used';

/** Where requests are kept. */
export abstract class RequestStore {
  /** The request as it stands, or null. Throws DamagedRequest when what is stored cannot be read. */
  abstract load(number: string): Promise<StoredRequest | null>;

  /**
   * The request as this process read or wrote it last, or null. Others may have gone on since: good enough to decide on
   * what is then saved, for an outdated save is refused; never to answer with.
   */
  abstract recalled(number: string): StoredRequest | null;

  abstract history(number: string): Promise<HistoryEntry[]>;

  /** Snapshot, history, deadlines, bookings, outbox and audit together, or nothing at all. */
  abstract save(save: RequestSave): Promise<SaveResult>;

  abstract keptAnswer(actor: string, key: string): Promise<Pick<KeptAnswer, 'bodyHash' | 'answer'> | null>;

  /** The highest sequence number given out in a year; 0 when none. */
  abstract lastSequence(year: number): Promise<number>;

  /** Every booked quarter as `mediator slot`, with the request that holds it. */
  abstract bookings(): Promise<readonly (readonly [string, string])[]>;

  /**
   * The role that the person has in the request now, or null; null too for a mediator when the request was closed
   * before the day `closedSince`.
   */
  abstract roleOf(number: string, person: string, closedSince: PlainDate): Promise<Party['role'] | null>;
}

/** What is stored of a request cannot be read any more. A broken world: `bureau verify` tells more. */
export class DamagedRequest extends BrokenWorld {
  readonly code = 'damaged-file';

  constructor(
    readonly number: string,
    why: string,
  ) {
    super(
      `The stored file of request ${number} is damaged (${why}). Run 'bureau verify' and restore it from a backup.`,
    );
  }
}

/** The request was written by another version of the machine, which this build cannot read yet or any more. */
export class OtherMachineVersion extends BrokenWorld {
  readonly code = 'other-machine-version';

  constructor(number: string, stored: string, known: string) {
    super(
      `Request ${number} was written by version ${stored} of the machine, and this program knows version ${known}. ` +
        'Nothing is lost: use the program that wrote it, or one that carries requests over.',
    );
  }
}
