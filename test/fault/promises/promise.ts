/** What the bureau promises whatever is killed, in the words of docs/reliability.md. */
export const PROMISES = {
  accepted: 'No accepted event is lost: what was answered with 2xx is in the history, and nothing else is',
  once: 'Each change is applied at most once per idempotency key, and every repetition gets the same answer',
  deadlines: 'Each deadline that falls due is told of once, never early, at most one sweep late',
  views: 'Nobody is shown a request that is not theirs; a 404 looks the same whether or not there is one',
  replay: 'Folding the history again gives what is stored: `bureau verify` finds nothing',
  world: 'Every process comes back, ends when told to, and gives only answers that the contract knows',
} as const;

export type PromiseName = keyof typeof PROMISES;

/** A promise that was broken, with all that is needed to look for it. */
export interface Violation {
  readonly promise: PromiseName;
  readonly what: string;
}
