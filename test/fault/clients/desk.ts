import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededChance } from '../../support/seeded.chance';
import { acceptances, type Command, type Logbook } from '../logbook';
import { attemptOf, type Caller, isPassing, type Letter } from './caller';

const AGAIN_MS = 200;

export interface Wish {
  /** Null for a registration. */
  readonly number: string | null;
  readonly event: { readonly type: string };
}

/** How somebody sends what they want done. */
export type Manner = 'once' | 'without a key' | 'twice at the same moment' | 'again afterwards';

/** Somebody who keeps asking, with the same key, until the bureau has said yes or no; and who writes everything down. */
export class Desk {
  private last = 0;

  constructor(
    private readonly caller: Caller,
    private readonly chance: SeededChance,
    private readonly logbook: Logbook,
  ) {}

  async wants({ number, event }: Wish, manner: Manner = 'once'): Promise<Command> {
    const { username } = this.caller.account;
    const key = manner === 'without a key' ? null : `${username}-${++this.last}`;
    const command: Command = { actor: username, key, number, type: event.type, attempts: [] };
    this.logbook.commands.push(command);
    const letter: Letter = {
      method: 'POST',
      path: number === null ? '/api/mediation-requests' : `/api/mediation-requests/${number}/events`,
      body: event,
      headers: key === null ? {} : { 'idempotency-key': key },
    };
    if (manner === 'twice at the same moment') {
      const [one, other = one] = this.caller.doors;
      await Promise.all([this.attempt(command, letter, one), this.attempt(command, letter, other)]);
    }
    await this.untilSettled(command, letter);
    if (manner === 'again afterwards') await this.attempt(command, letter);
    const [written] = acceptances(command);
    if (number === null && written) this.logbook.numbers.push(written.number);
    return command;
  }

  private async untilSettled(command: Command, letter: Letter): Promise<void> {
    while (!command.attempts.some(({ status }) => !isPassing(status))) {
      await this.attempt(command, letter);
      // Without a key nobody can know what sending it again would do.
      if (command.key === null) return;
      if (isPassing(command.attempts.at(-1)?.status ?? null))
        await sleep(AGAIN_MS * (0.5 + this.chance.next()));
    }
  }

  private async attempt(command: Command, letter: Letter, door?: string): Promise<void> {
    command.attempts.push(attemptOf(await this.caller.send(letter, door)));
  }
}
