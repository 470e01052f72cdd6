/** One answer to a command, or null where none came: whether it was carried out is then unknown. */
export interface Attempt {
  readonly sentAt: number;
  readonly gotAt: number;
  readonly status: number | null;
  readonly code: string;
  /** What a 2xx answer says was written. */
  readonly written: { readonly number: string; readonly revision: number } | null;
}

/** A change that somebody wanted, with every answer they were given to it. */
export interface Command {
  readonly actor: string;
  /** Null: sent without a key, so never sent again. */
  readonly key: string | null;
  /** Null for a registration. */
  readonly number: string | null;
  readonly type: string;
  readonly attempts: Attempt[];
}

/** What a mediator was shown at one door. */
export interface View {
  readonly person: string;
  readonly door: string;
  readonly sentAt: number;
  readonly gotAt: number;
  readonly status: number | null;
  /** The requests that the answer gave away. */
  readonly shown: readonly string[];
  /** The text of a refusal, without the number that was asked for: the same whether or not there is such a request. */
  readonly refusal: string;
}

/** Two requests that wanted the same hours of the same mediators at the same moment. */
export interface Duel {
  readonly pair: string;
  readonly commands: readonly Command[];
}

/** All that the people of the storm remember. */
export class Logbook {
  readonly commands: Command[] = [];
  readonly views: View[] = [];
  readonly duels: Duel[] = [];
  /** Answers that no contract knows, and other things that nobody should have to see. */
  readonly oddities: string[] = [];

  /** Numbers that were given out, as far as anybody was told. */
  readonly numbers: string[] = [];
}

export const isAccepted = ({ status }: Attempt): boolean => status !== null && status >= 200 && status < 300;

export const acceptances = ({ attempts }: Command): readonly NonNullable<Attempt['written']>[] =>
  attempts.flatMap(({ written }) => (written ? [written] : []));

/** Nobody can say whether it was carried out: no answer came, or one that says so. */
export const isUnknown = (command: Command): boolean =>
  acceptances(command).length === 0 &&
  command.attempts.every(({ status }) => status === null || status === 503 || status === 429);
