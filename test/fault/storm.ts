import { setTimeout as sleep } from 'node:timers/promises';
import { SeededChance } from '../support/seeded.chance';
import { Caller } from './clients/caller';
import { Coordinator } from './clients/coordinator';
import { Desk } from './clients/desk';
import { LookingMediator } from './clients/mediator';
import { LOOKING_MEDIATOR } from './clients/stories';
import { gather } from './evidence';
import { Logbook } from './logbook';
import { BACKENDS, type BackendName } from './stage/backends.catalogue';
import { type Account, Stage, SWEEP_MS } from './stage/stage';
import { StormClock } from './storm.clock';
import type { Timeline } from './timeline';
import { judge, type Verdict } from './verdict';
import { Weather } from './weather/weather';
import { callWitness, HANG_UP_BEFORE_COMMIT, lookOn } from './witness';

const COORDINATORS = ['anna', 'bas', 'cees', 'dewi', 'els'] as const;
/** Beside the sweep itself: what the telling may take on two busy cores. */
const PATIENCE_MS = SWEEP_MS + 3_500;
const SETTLE_WITHIN_MS = 60_000;
/** Once all is quiet: time for the last deadlines that fell due. */
const QUIET_MS = PATIENCE_MS + 1_000;

/** On a machine that is too busy to get so far, a storm takes twice its time. */
const ENOUGH_COMMANDS = 150;
const WATCH_MS = 50;
const STOOD_STILL_MS = 300;

export interface StormOptions {
  readonly backend: BackendName;
  readonly seed: number;
  /** Over as soon as one of the two is reached. */
  readonly seconds: number;
  readonly kills: number;
  /** Nothing but these faults, and no named crash points. */
  readonly faults?: readonly string[];
  readonly say: (text: string) => void;
}

export interface StormReport extends Verdict {
  readonly backend: BackendName;
  readonly seed: number;
  readonly seconds: number;
  readonly kills: number;
  readonly befell: Readonly<Record<string, number>>;
  readonly died: Readonly<Record<string, number>>;
}

/** One storm over one bureau, from an empty database to the verdict. */
export async function storm({
  backend,
  seed,
  seconds,
  kills,
  faults,
  say,
}: StormOptions): Promise<StormReport> {
  const stage = await Stage.set(BACKENDS[backend]);
  try {
    const logbook = new Logbook();
    const odd = (what: string): void => void logbook.oddities.push(what);
    const accounts = await hired(stage);
    const order = { seed, beganAt: Date.now() };
    const clock = new StormClock(order);
    const weather = new Weather(new SeededChance(seed + 1), new SeededChance(seed + 2), odd, faults);
    await stage.open(order, new SeededChance(seed + 3), {
      onDeath: (point) => weather.deathAt(point),
      onFall: odd,
      doomOf: (part) => weather.doomOf(part),
    });
    const until = Date.now() + seconds * 1_000;
    const isOver = (): boolean => {
      const isSlow = logbook.commands.length < ENOUGH_COMMANDS && Date.now() < until + seconds * 1_000;
      return (Date.now() > until && !isSlow) || weather.kills >= kills;
    };
    const telling = setInterval(
      () => say(`${weather.kills} kills, ${logbook.commands.length} commands`),
      30_000,
    );
    const watch = watchOver(stage.timeline);
    const began = Date.now();
    const people = clients({ stage, clock, logbook, accounts, seed, isOver });
    await weather.rage(stage, isOver);
    await settled(people, odd);
    await sleep(QUIET_MS);
    clearInterval(telling);
    clearInterval(watch);
    const endedAt = Date.now();
    for (const wrong of await stage.close()) odd(wrong);
    const verified = stage.command('verify');
    const verdict = judge({
      kills: weather.kills,
      logbook,
      evidence: await gather(stage.databaseUrl),
      clock,
      timeline: stage.timeline,
      patienceMs: PATIENCE_MS,
      endedAt,
      verified: verified.code === 0 ? null : `${verified.out}${verified.err}`.slice(0, 4_000),
    });
    return {
      ...verdict,
      backend,
      seed,
      seconds: Math.round((endedAt - began) / 1_000),
      kills: weather.kills,
      befell: Object.fromEntries(weather.befell),
      died: Object.fromEntries(weather.died),
    };
  } finally {
    await stage.remove();
  }
}

async function hired(stage: Stage): Promise<readonly Account[]> {
  const accounts = await stage.hire([
    { username: 'mia', role: 'mediator', person: LOOKING_MEDIATOR },
    ...COORDINATORS.map((username) => ({ username, role: 'coordinator', person: null })),
  ]);
  await callWitness(stage.databaseUrl);
  if (stage.postgres) {
    const onlooker = await lookOn(stage.databaseUrl);
    await onlooker.run(HANG_UP_BEFORE_COMMIT);
    await onlooker.close();
  }
  return accounts;
}

interface Cast {
  readonly stage: Stage;
  readonly clock: StormClock;
  readonly logbook: Logbook;
  readonly accounts: readonly Account[];
  readonly seed: number;
  readonly isOver: () => boolean;
}

/** Everybody at work until the storm is over, each with a chance of their own so that none disturbs another's. */
function clients({ stage, clock, logbook, accounts, seed, isOver }: Cast): Promise<void>[] {
  const [mia, ...rest] = accounts;
  const chanceOf = (index: number): SeededChance => new SeededChance(seed + 100 + index);
  const callers = [mia, ...rest].map((account, index) => {
    if (!account) throw new Error('nobody was hired');
    const odd = (what: string): void => void logbook.oddities.push(what);
    return new Caller(account, stage.apis, chanceOf(index), odd);
  });
  const [looking, ...coordinating] = callers;
  const desks = coordinating.map((caller, index) => new Desk(caller, chanceOf(20 + index), logbook));
  const coordinators = desks.map((desk, index) => {
    const colleague = desks[(index + 1) % desks.length] ?? desk;
    const parts = { name: `c${index}`, desk, colleague, chance: chanceOf(40 + index), clock, logbook };
    return new Coordinator(parts).work(isOver);
  });
  if (!looking) return coordinators;
  const mediator = new LookingMediator(LOOKING_MEDIATOR, looking, chanceOf(60), logbook);
  return [...coordinators, mediator.look(isOver)];
}

/** On a machine that others keep busy, everybody stands still now and then: then we do too, and notice it. */
function watchOver(timeline: Timeline): NodeJS.Timeout {
  let last = Date.now();
  return setInterval(() => {
    const now = Date.now();
    if (now - last > STOOD_STILL_MS) timeline.stoodStill(last, now);
    last = now;
  }, WATCH_MS);
}

async function settled(people: readonly Promise<void>[], odd: (what: string) => void): Promise<void> {
  const late = sleep(SETTLE_WITHIN_MS, 'late', { ref: false });
  if ((await Promise.race([Promise.all(people), late])) === 'late')
    odd(`${SETTLE_WITHIN_MS} ms after the storm somebody still has no answer`);
}
