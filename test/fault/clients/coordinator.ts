import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '@bureau/calendar';
import type { SeededChance } from '../../support/seeded.chance';
import type { Logbook } from '../logbook';
import { acceptances } from '../logbook';
import type { StormClock } from '../storm.clock';
import type { Desk, Manner } from './desk';
import { type Story, storiesOf2025, storyOfToday, storyUpToPlan } from './stories';

const ZONE = 'Europe/Amsterdam';
/** Cases that one person has in hand; a new one takes the place of one that is done or left lying. */
const IN_HAND = 12;
const SHARE_LEFT_LYING = 0.35;
const SHARE_OUT_OF_PLACE = 0.06;
const SHARE_OF_SHARED_CASES = 0.1;
const SHARE_OF_DUELS = 0.01;
const LONGEST_PAUSE_MS = 60;

const MANNERS: readonly (readonly [Manner, number])[] = [
  ['without a key', 0.08],
  ['twice at the same moment', 0.12],
  ['again afterwards', 0.12],
];

interface Case {
  readonly number: string;
  readonly story: Story;
  /** How many events it will be told before it is left lying; its deadlines then pass. */
  readonly lastsFor: number;
  next: number;
}

export interface CoordinatorParts {
  readonly name: string;
  readonly desk: Desk;
  /** Of a colleague: what both do at the same moment. */
  readonly colleague: Desk;
  readonly chance: SeededChance;
  readonly clock: StormClock;
  readonly logbook: Logbook;
}

/** Registers, advances, errs, repeats and races, in an order that its chance decides. */
export class Coordinator {
  private readonly told = storiesOf2025();
  private readonly cases: Case[] = [];
  private copies = 0;

  constructor(private readonly parts: CoordinatorParts) {}

  async work(isOver: () => boolean): Promise<void> {
    const { chance } = this.parts;
    while (!isOver()) {
      await this.deed();
      await sleep(chance.below(LONGEST_PAUSE_MS));
    }
  }

  private async deed(): Promise<void> {
    const { chance, desk, colleague, logbook } = this.parts;
    if (chance.next() < SHARE_OF_DUELS) return this.duel();
    if (this.cases.length < IN_HAND) return this.takesOn();
    const file = chance.among(this.cases);
    if (chance.next() < SHARE_OUT_OF_PLACE) {
      const event = chance.among(file.story.later);
      return void (await desk.wants({ number: file.number, event }));
    }
    if (chance.next() < SHARE_OF_SHARED_CASES && logbook.numbers.length > 0) {
      // Two people, two keys, one request, one moment.
      const number = chance.among(logbook.numbers);
      const event = chance.among(file.story.later);
      await Promise.all([desk.wants({ number, event }), colleague.wants({ number, event })]);
      return;
    }
    const event = file.story.later[file.next++];
    if (event) await desk.wants({ number: file.number, event }, this.manner());
    if (!event || file.next >= file.lastsFor) this.cases.splice(this.cases.indexOf(file), 1);
  }

  private async takesOn(): Promise<void> {
    const { chance, desk } = this.parts;
    const story = storyOfToday(this.told, chance, this.today(), this.copyName());
    const command = await desk.wants({ number: null, event: story.registration }, this.manner());
    const [written] = acceptances(command);
    if (!written) return;
    const { length } = story.later;
    const lastsFor = chance.next() < SHARE_LEFT_LYING ? chance.below(length + 1) : length;
    if (lastsFor > 0) this.cases.push({ number: written.number, story, lastsFor, next: 0 });
  }

  /** Two cases ask the same pair for the same hours, at two doors where there are two. */
  private async duel(): Promise<void> {
    const { desk, colleague, logbook } = this.parts;
    const pair = [`a-${this.copyName()}`, `b-${this.copyName()}`] as const;
    const story = storyUpToPlan(pair, this.today());
    const plan = story.later.at(-1);
    const numbers: string[] = [];
    for (const side of [desk, colleague]) {
      const [written] = acceptances(await side.wants({ number: null, event: story.registration }));
      if (!written || !plan) return;
      for (const event of story.later.slice(0, -1)) await side.wants({ number: written.number, event });
      numbers.push(written.number);
    }
    const [one = '', other = ''] = numbers;
    if (!plan) return;
    const commands = await Promise.all([
      desk.wants({ number: one, event: plan }),
      colleague.wants({ number: other, event: plan }),
    ]);
    logbook.duels.push({ pair: pair.join(' and '), commands });
  }

  private manner(): Manner {
    let rest = this.parts.chance.next();
    for (const [manner, share] of MANNERS) {
      if (rest < share) return manner;
      rest -= share;
    }
    return 'once';
  }

  private copyName(): string {
    return `${this.parts.name}${++this.copies}`;
  }

  private today() {
    return localDate(this.parts.clock.now(), ZONE);
  }
}
