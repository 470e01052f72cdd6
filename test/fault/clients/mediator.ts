import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededChance } from '../../support/seeded.chance';
import type { Logbook } from '../logbook';
import type { Caller } from './caller';

const PAUSE_MS = 80;
const SHARE_OF_GUESSES = 0.1;
const NOBODYS = 'MB-2026-999999';

/** The doors at which files might be had, and how a number is found in what they show. */
const DOORS: readonly ((number: string) => string)[] = [
  (number) => `/api/mediation-requests/${number}`,
  (number) => `/api/mediation-requests/${number}/history`,
  (number) => `/api/mediation-requests/${number}/diagram`,
  () => '/api/worklist',
  (number) => `/api/worklist?q=${number}`,
];

/** A mediator who tries every door all the time, for their own files and for those of others. */
export class LookingMediator {
  constructor(
    private readonly person: string,
    private readonly caller: Caller,
    private readonly chance: SeededChance,
    private readonly logbook: Logbook,
  ) {}

  async look(isOver: () => boolean): Promise<void> {
    const { chance, logbook } = this;
    while (!isOver()) {
      await sleep(PAUSE_MS);
      const guesses = chance.next() < SHARE_OF_GUESSES || logbook.numbers.length === 0;
      await this.tries(guesses ? NOBODYS : chance.among(logbook.numbers));
    }
  }

  private async tries(number: string): Promise<void> {
    const path = this.chance.among(DOORS)(number);
    const { sentAt, gotAt, status, text } = await this.caller.send({ method: 'GET', path });
    const isShown = status === 200;
    this.logbook.views.push({
      person: this.person,
      door: path,
      sentAt,
      gotAt,
      status,
      shown: isShown ? shownIn(path, number, text) : [],
      refusal: status === 404 ? text.replaceAll(number, '…') : '',
    });
  }
}

const shownIn = (path: string, number: string, text: string): string[] =>
  path.startsWith('/api/worklist') ? [...new Set(text.match(/MB-\d{4}-\d+/g))] : [number];
