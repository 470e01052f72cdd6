import type { Instant } from '@bureau/kernel';
import type { Capacity, FileName, WallBasis, WallState } from '../../domain/wall/wall';

/** A wall between two files, at the moment it is put up. */
export interface NewWall {
  readonly id: string;
  readonly basis: WallBasis;
  readonly state: 'suspected' | 'confirmed';
  readonly files: readonly [FileName, FileName];
  readonly by: string | null;
  readonly at: Instant;
}

export interface Entry {
  readonly account: string;
  readonly file: FileName;
  readonly capacity: Exclude<Capacity, 'breakglass'>;
  readonly by: string | null;
}

export interface PastHandling {
  readonly account: string;
  readonly file: FileName;
  readonly since: Instant;
  readonly until: Instant | null;
}

/**
 * The walls between files. Who has handled, deputised for or read a file of one side never comes to the other, also
 * when both are closed; whoever came to both before there was a wall stays on the side they came to first.
 */
export abstract class Walls {
  /** Whether a wall stands between the account and the file now. A broken glass opens it for its time. */
  abstract hides(account: string, file: FileName): Promise<boolean>;

  /** Whether the account has come to this file, in any capacity that it still has, and no wall stands between them. */
  abstract isOpenTo(account: string, file: FileName): Promise<boolean>;

  /** Every file that a wall hides from the account now: for what was put together before the wall stood. */
  abstract hiddenFrom(account: string): Promise<readonly FileName[]>;

  /**
   * Lets the account to the file and remembers it, with the day; 'hidden' when a wall stands between them. Of two
   * that let one account to both sides at the same moment, one answers 'hidden'.
   */
  abstract enter(entry: Entry): Promise<'entered' | 'hidden'>;

  /** What `enter` would come to; 'known' when there is nothing left to remember of it. */
  abstract standing(entry: Entry): Promise<'hidden' | 'known' | 'new'>;

  /** What is known of before there were walls: who handled which file from when to when. What is there stays. */
  abstract known(past: readonly PastHandling[]): Promise<void>;

  /** From now on the file is no longer the account's in this capacity. The side it stands on stays. */
  abstract leave(account: string, file: FileName, capacity: Capacity): Promise<void>;

  /**
   * Stands when the promise resolves. A wall that there is or was between the two is left as somebody decided: what
   * was found to be no conflict is none at the next check either.
   */
  abstract raise(wall: NewWall): Promise<{ readonly id: string; readonly state: WallState }>;

  /** What a decision makes of the suspected walls of a check. */
  abstract decide(decision: {
    readonly wall: string;
    readonly isConflict: boolean;
    readonly by: string;
    readonly reason: string;
    readonly at: Instant;
  }): Promise<'done' | 'unknown'>;
}

/** One time that a file was open to somebody. */
export interface PastAccess {
  readonly account: string;
  readonly capacity: Capacity;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly givenBy: string | null;
  /** Whether a wall stood between them on the moment asked about. */
  readonly walledOff: boolean;
}

export abstract class AccessHistory {
  /** Everybody to whom the file was open at that moment, in what capacity, and since when. */
  abstract at(file: FileName, moment: Instant): Promise<readonly PastAccess[]>;
}

export interface BrokenGlass {
  readonly id: string;
  readonly file: FileName;
  readonly account: string;
  readonly reason: string;
  readonly since: Instant;
  readonly until: Instant;
}

export abstract class BrokenGlasses {
  /** The glass is broken, somebody is told, and the file is open until `until`, when the promise resolves. */
  abstract keep(glass: BrokenGlass): Promise<void>;
  abstract toReview(): Promise<readonly BrokenGlass[]>;
  /** 'own' when who broke it would review it. */
  abstract review(review: {
    readonly id: string;
    readonly by: string;
    readonly finding: string;
    readonly at: Instant;
  }): Promise<'done' | 'unknown' | 'own'>;
}
