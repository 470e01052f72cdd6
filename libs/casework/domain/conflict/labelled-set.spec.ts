import { type LabelledPair, labelledPairs, People } from '../../../../test/support/conflict/labelled-pairs';
import { HOLDOUT_POOLS, type NamePool, TUNING_POOLS } from '../../../../test/support/conflict/name.pools';
import { SeededChance } from '../../../../test/support/seeded.chance';
import { MATCH_POLICY } from '../../../../config/conflict-policy';
import { keysOfPerson } from './blocking.keys';
import { matchPersons, type PersonProfile, profileOf } from './person.match';

const PAIRS = 4_000;
const POPULATION = 5_000;
const QUERIES = 700;

const isSame = (a: PersonProfile, b: PersonProfile): boolean =>
  matchPersons(a, b).bits >= MATCH_POLICY.samePersonFrom;
const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function measured(pairs: readonly LabelledPair[]): { readonly recall: number; readonly precision: number } {
  const judged = pairs.map(({ a, b, same }) => ({ same, said: isSame(profileOf(a), profileOf(b)) }));
  const count = (same: boolean, said: boolean): number =>
    judged.filter((pair) => pair.same === same && pair.said === said).length;
  const found = count(true, true);
  return {
    recall: share(found, found + count(true, false)),
    precision: share(found, found + count(false, true)),
  };
}

describe.each([
  ['names that the weights were set with', TUNING_POOLS, [11, 12, 13]],
  ['names that nothing was set with', HOLDOUT_POOLS, [21, 22, 23]],
] as const)('people who reach two desks, %s', (label, pools, seeds) => {
  it.each(seeds)('are recognised, and look-alikes are not (seed %d)', (seed) => {
    const { recall, precision } = measured(labelledPairs(pools, seed, PAIRS));
    print(
      `name matching, ${label}, seed ${seed}: recall ${recall}, precision ${precision} over ${PAIRS} pairs`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });

  it('are found among thousands by the keys of the index', () => {
    const { blocked, recall, candidates, shown } = throughTheIndex(pools, seeds[0]);
    print(
      `through the index, ${label}: ${blocked} of the true files are candidates, ${recall} are recognised; ` +
        `a check compares ${candidates} of ${POPULATION} people and shows ${shown} namesakes`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(candidates).toBeLessThan(POPULATION / 20);
  });
});

/** Everybody of a population in an index by key; then some of them come again, as another desk would note them. */
function throughTheIndex(pools: readonly NamePool[], seed: number) {
  const people = new People(new SeededChance(seed), pools);
  const population = Array.from({ length: POPULATION }, () => people.person());
  const stored = population.map((real) => profileOf(people.onPassport(real)));
  const index = new Map<string, PersonProfile[]>();
  for (const profile of stored)
    for (const key of keysOfPerson(profile)) {
      const under = index.get(key);
      if (under) under.push(profile);
      else index.set(key, [profile]);
    }

  const tally = { blocked: 0, recognised: 0, candidates: 0, namesakes: 0 };
  for (const [at, real] of population.slice(0, QUERIES).entries()) {
    const asked = profileOf(people.asHeard(real));
    const candidates = new Set(keysOfPerson(asked).flatMap((key) => index.get(key) ?? []));
    const shown = [...candidates].filter((candidate) => isSame(asked, candidate));
    const truth = stored[at];
    tally.candidates += candidates.size;
    tally.namesakes += shown.filter((candidate) => candidate !== truth).length;
    if (truth && candidates.has(truth)) tally.blocked += 1;
    if (truth && shown.includes(truth)) tally.recognised += 1;
  }
  return {
    blocked: share(tally.blocked, QUERIES),
    recall: share(tally.recognised, QUERIES),
    candidates: Math.round(tally.candidates / QUERIES),
    shown: Math.round((tally.namesakes / QUERIES) * 10) / 10,
  };
}
