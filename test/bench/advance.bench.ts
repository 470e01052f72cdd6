import type { WriteBatch } from '@bureau/platform';
import { BenchBureau } from './bureau';
import type { BareDriver } from './hand-written';
import type { Ground } from './places';
import { requestOf } from './recording.database';
import { countOf, drive, ratioOf, spreadOf, type Spread } from './rounds';
import { copyOf, type Story } from './stories';

const CALLERS = [1, 20];

export interface Length {
  readonly rounds: number;
  /** Before the first round that counts: V8 needs some ten thousand events until it has compiled what they use. */
  readonly warmUps: number;
}

export interface AdvanceResult {
  readonly callers: number;
  /** Events a second through the use case. */
  readonly useCase: Spread;
  /** Transactions a second, hand-written, with the very same rows. */
  readonly handWritten: Spread;
  readonly ratio: Spread;
}

/** The use case, and beside it in the same rounds a transaction that writes what the use case has just written. */
export async function benchAdvance(
  ground: Ground,
  stories: readonly Story[],
  { rounds, warmUps }: Length,
): Promise<AdvanceResult[]> {
  const [ours, theirs] = [ground.place(), ground.place()];
  const bureau = await BenchBureau.open(ours.url, Math.max(...CALLERS));
  // Opening a bureau there makes the tables.
  await (await BenchBureau.open(theirs.url, 1)).close();
  const bare = ground.bare(theirs.url);
  const rates = CALLERS.map((callers) => ({ callers, ours: [] as number[], theirs: [] as number[] }));
  try {
    for (let round = -warmUps; round < rounds; round++) {
      for (const { callers, ours, theirs } of rates) {
        const copy = copyOf(stories, (round + warmUps) * CALLERS.length + CALLERS.indexOf(callers));
        const useCase = await roundOfUseCase(bureau, copy, callers);
        const handWritten = await roundByHand(bare, useCase, callers);
        if (round < 0) continue;
        ours.push(useCase.rate);
        theirs.push(handWritten);
      }
    }
  } finally {
    await bureau.close();
    await bare.close();
    await ours.remove();
    await theirs.remove();
  }
  return rates.map(({ callers, ours, theirs }) => ({
    callers,
    useCase: spreadOf(ours),
    handWritten: spreadOf(theirs),
    ratio: ratioOf(ours, theirs),
  }));
}

interface UseCaseRound {
  readonly rate: number;
  readonly registered: readonly WriteBatch[];
  readonly advanced: readonly WriteBatch[];
}

async function roundOfUseCase(
  bureau: BenchBureau,
  stories: readonly Story[],
  callers: number,
): Promise<UseCaseRound> {
  const lanes = [];
  for (const { registration, later } of stories) {
    const number = await bureau.register(registration);
    lanes.push(later.map((moment) => ({ number, moment })));
  }
  const registered = bureau.recorded();
  const millis = await drive(lanes, callers, ({ number, moment }, caller) =>
    bureau.advance(number, moment, caller),
  );
  return { rate: rateOf(countOf(lanes), millis), registered, advanced: bureau.recorded() };
}

async function roundByHand(
  bare: BareDriver,
  { registered, advanced }: UseCaseRound,
  callers: number,
): Promise<number> {
  for (const batch of registered) await bare.transact(bare.prepare(batch));
  const lanes = registered.map((registration) => {
    const number = requestOf(registration);
    return advanced.filter((batch) => requestOf(batch) === number).map((batch) => bare.prepare(batch));
  });
  const millis = await drive(lanes, callers, (statements) => bare.transact(statements));
  return rateOf(countOf(lanes), millis);
}

const rateOf = (count: number, millis: number): number => (count / millis) * 1000;
