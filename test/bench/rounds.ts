/** Lanes of work, each to be done in its own order; two steps of one lane are never under way together. */
export type Lanes<Step> = readonly (readonly Step[])[];

/** Lets so many callers work through the lanes side by side, taking turns. Answers how long it took, in milliseconds. */
export async function drive<Step>(
  lanes: Lanes<Step>,
  callers: number,
  take: (step: Step, caller: number) => Promise<void>,
): Promise<number> {
  const waiting = lanes.map((steps) => ({ steps, next: 0 }));
  const caller = async (_: unknown, name: number): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) {
      const step = lane.steps[lane.next++];
      if (step === undefined) continue;
      await take(step, name);
      waiting.push(lane);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return performance.now() - start;
}

export const countOf = (lanes: Lanes<unknown>): number => lanes.reduce((sum, { length }) => sum + length, 0);

/** The value below which a share of all values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/**
 * The ratio of two rates measured in the same rounds. Each round is compared with itself first: whatever else the
 * machine did then slowed both down.
 */
export const ratioOf = (rates: readonly number[], besides: readonly number[]): Spread =>
  spreadOf(rates.map((rate, round) => rate / (besides[round] ?? NaN)));
