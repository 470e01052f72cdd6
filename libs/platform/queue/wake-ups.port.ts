/** "Look at this outbox row at that moment." A hint: the row itself says what is to be done, and whether at all. */
export interface WakeUp {
  /** Of the outbox row. */
  readonly id: string;
  /** How often the row has been tried: a wake-up for a later try is another one than that for the first. */
  readonly tries: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type Driver = 'direct' | 'redis' | 'postgres';

export interface QueueState {
  readonly reachable: boolean;
  readonly why?: string;
}

/**
 * Who wakes the handlers. It may lose everything and double anything: the outbox rows are the truth, and the sweep
 * offers again whatever they still hold.
 */
export abstract class WakeUps {
  abstract readonly driver: Driver;

  /** Where they are kept, for whoever wants to look; null where the process itself keeps them. */
  abstract readonly server: { queue(): Promise<unknown> } | null;

  /** Offered twice counts once while it waits. Rejects within seconds when the queue cannot take it; never hangs. */
  abstract offer(wakeUps: readonly WakeUp[]): Promise<void>;

  /** From now on this process answers wake-ups. Rejects when the queue cannot be reached; may then be called again. */
  abstract listen(wake: (id: string) => Promise<void>): Promise<void>;

  abstract state(): Promise<QueueState>;

  /** Takes no new wake-ups, lets those under way finish, lets go of the server. */
  abstract close(): Promise<void>;
}

/** One text per wake-up, free of the characters that BullMQ forbids (`:`, or nothing but digits). */
export const wakeUpKey = ({ id, tries, at }: WakeUp): string => `${encodeURIComponent(id)}~${tries}~${at}`;
