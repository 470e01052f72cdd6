import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededChance } from '../../support/seeded.chance';
import { CRASH_POINT_NAMES, CRASH_POINTS, type CrashPoint } from '../processes/crash-points.catalogue';
import type { Doom } from '../processes/order';
import type { Part } from '../stage/backends.catalogue';
import type { Stage } from '../stage/stage';
import { FAULT_NAMES, FAULTS, type FaultName } from './faults.catalogue';

/** Of the starts, so many are to end at a named point. */
const SHARE_DOOMED = 0.45;
const GUST = { least: 4, most: 16, leastMs: 100, mostMs: 900 } as const;
/** Long enough for a deadline to be told of in time, short enough for many gusts. */
const LULL_MS = 7_500;

/** Faults in gusts, with lulls between them in which whatever is due must be told of. */
export class Weather {
  readonly befell = new Map<string, number>();
  readonly died = new Map<string, number>();
  kills = 0;
  private isLull = true;

  constructor(
    private readonly chance: SeededChance,
    private readonly dooms: SeededChance,
    private readonly onOddity: (what: string) => void,
    /** Only these, to look for the cause of something; all that befall the backend when left out. */
    private readonly only: readonly string[] = FAULT_NAMES,
  ) {}

  async rage(stage: Stage, isOver: () => boolean): Promise<void> {
    const faults = FAULT_NAMES.filter(
      (name) => FAULTS[name].befalls(stage.backend) && this.only.includes(name),
    );
    const lottery = faults.flatMap((name) => Array.from({ length: FAULTS[name].weight }, () => name));
    while (!isOver()) {
      this.isLull = false;
      const strikes = GUST.least + this.chance.below(GUST.most - GUST.least + 1);
      for (let strike = 0; strike < strikes && !isOver(); strike++) {
        await this.befalls(this.chance.among(lottery), stage);
        await sleep(GUST.leastMs + this.chance.below(GUST.mostMs - GUST.leastMs));
      }
      this.isLull = true;
      await this.untilWhole(stage);
      await sleep(LULL_MS);
    }
  }

  /** Whether, where and when a process that starts now is to die of itself. */
  doomOf({ role, doesJobs }: Part): Doom | null {
    if (this.isLull || this.only !== FAULT_NAMES || this.dooms.next() >= SHARE_DOOMED) return null;
    const passed: Readonly<Record<string, boolean>> = {
      'whoever answers calls': role === 'api',
      'whoever does jobs': doesJobs,
      everybody: true,
    };
    const point = this.dooms.among(CRASH_POINT_NAMES.filter((name) => passed[CRASH_POINTS[name].passes]));
    return { point, passage: 1 + this.dooms.below(CRASH_POINTS[point].passages) };
  }

  deathAt(point: string): void {
    this.kills += 1;
    count(this.died, point as CrashPoint);
  }

  private async untilWhole(stage: Stage): Promise<void> {
    try {
      await stage.isWhole();
    } catch (error) {
      this.onOddity(String(error));
    }
  }

  private async befalls(name: FaultName, stage: Stage): Promise<void> {
    const { strike, kills } = FAULTS[name];
    try {
      if (!(await strike(stage, this.chance))) return;
    } catch (error) {
      this.onOddity(`${name} could not be staged: ${String(error)}`);
      return;
    }
    count(this.befell, name);
    if (kills) this.kills += 1;
  }
}

const count = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);
