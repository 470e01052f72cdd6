export interface JournalEntry {
  readonly action: string;
  /** The username of who did it; null when it was the program, or somebody unknown. */
  readonly actor: string | null;
  readonly detail: object;
}

/** The record of who was let in and by whom. The entry is kept for good when the promise resolves. */
export abstract class Journal {
  abstract record(entry: JournalEntry): Promise<void>;
}
