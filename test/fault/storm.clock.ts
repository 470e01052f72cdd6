import { endOfDay } from '@bureau/calendar';
import { addDays, Clock, instantFromMillis, type Instant, millisOf, plainDateOf } from '@bureau/kernel';
import { SeededChance } from '../support/seeded.chance';

const ZONE = 'Europe/Amsterdam';
/** Nine days before the clock goes forward, so that every storm longer than half a minute crosses that night. */
const FIRST_DAY = plainDateOf('2026-03-20');
/** How long the storm stays around one midnight: three seconds before it and three after it. */
const NIGHT_MS = 6_000;
const BEFORE_MIDNIGHT_MS = 3_000;
/** More than a day: what falls due tonight was not offered to the queue last night, with a delay that no longer holds. */
const DAYS_BETWEEN = 2;
const SHARE_OF_SETBACKS = 0.25;
const LONGEST_SETBACK_MS = 2_500;
/** Five hours of storm. */
const NIGHTS = 3_000;

interface Stretch {
  /** Milliseconds of real time since the storm began. */
  readonly from: number;
  /** What the clock of the bureau shows at that moment, in epoch milliseconds. */
  readonly shows: number;
}

export interface ClockOrder {
  readonly seed: number;
  /** The moment of real time at which the storm begins, in epoch milliseconds. */
  readonly beganAt: number;
}

/**
 * The clock of the bureau during a storm. It runs at the speed of real time, but only around midnight, when deadlines
 * fall due; then it leaps two days on, as after a suspended machine. Now and then it is set back by a second or two.
 * The same seed leaps alike in every process, so all agree without asking each other.
 */
export class StormClock extends Clock {
  private readonly stretches: readonly Stretch[];

  constructor(private readonly order: ClockOrder) {
    super();
    this.stretches = stretchesOf(new SeededChance(order.seed));
  }

  now(): Instant {
    return instantFromMillis(this.shownAt(Date.now()));
  }

  /** What it shows at a moment of real time. */
  shownAt(real: number): number {
    const since = real - this.order.beganAt;
    const { from, shows } = this.stretchAt(since);
    return Math.floor(shows + since - from);
  }

  /** The moment of real time at which it first shows this or later; where it leaps past it, the moment of the leap. */
  firstShows(moment: number): number {
    let until = Infinity;
    for (let index = 0; index < this.stretches.length; index++) {
      const { from, shows } = this.stretches[index] as Stretch;
      until = this.stretches[index + 1]?.from ?? Infinity;
      if (shows >= moment) return this.order.beganAt + from;
      if (shows + (until - from) > moment) return this.order.beganAt + from + (moment - shows);
    }
    return until;
  }

  private stretchAt(since: number): Stretch {
    let [low, high] = [0, this.stretches.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.stretches[middle] as Stretch).from <= since) low = middle;
      else high = middle - 1;
    }
    return this.stretches[low] as Stretch;
  }
}

function stretchesOf(chance: SeededChance): Stretch[] {
  const stretches: Stretch[] = [];
  for (let night = 0; night < NIGHTS; night++) {
    const midnight = millisOf(endOfDay(addDays(FIRST_DAY, night * DAYS_BETWEEN), ZONE));
    const from = night * NIGHT_MS;
    const shows = midnight - BEFORE_MIDNIGHT_MS;
    stretches.push({ from, shows });
    if (chance.next() >= SHARE_OF_SETBACKS) continue;
    const after = 500 + chance.below(NIGHT_MS - 1_500);
    stretches.push({ from: from + after, shows: shows + after - 1 - chance.below(LONGEST_SETBACK_MS) });
  }
  return stretches;
}
