import { instantOf } from '@bureau/kernel';
import { migrate, MIGRATIONS, openDatabase } from '@bureau/platform';
import { MATCH_POLICY } from '../../config/conflict-policy';
import { DatabaseCaseList } from '../../libs/casework/adapters/persistence/database-case-list';
import { DatabaseFamilyIndex } from '../../libs/casework/adapters/persistence/database-family-index';
import { keysOfPerson } from '../../libs/casework/domain/conflict/blocking.keys';
import { fileProfileOf, matchFiles } from '../../libs/casework/domain/conflict/file.match';
import { People } from '../support/conflict/labelled-pairs';
import { HOLDOUT_POOLS, TUNING_POOLS } from '../support/conflict/name.pools';
import { SeededChance } from '../support/seeded.chance';
import { BenchDesk } from './desk.records';
import type { Ground } from './places';

export const SIZES = [1_000, 10_000, 100_000] as const;
export const SEARCH_GOAL_MILLIS = 50;
const QUESTIONS = 200;
const PAGE = 26;

export const ASKED = {
  name: 'search by a name, own cases of a jurist',
  student: 'search by a name, line 1 for a student',
  number: 'search by a number',
  worklist: 'follow-ups due, own cases',
  own: 'own open cases',
  check: 'conflict check of two people: candidates, and comparing them',
} as const;

export type Asked = keyof typeof ASKED;
export interface SearchResult {
  readonly cases: number;
  readonly p50: Readonly<Record<Asked, number>>;
  readonly p95: Readonly<Record<Asked, number>>;
}

/** Milliseconds of one question to a desk that grows, with a wall for one case in a hundred. */
export async function benchSearch(ground: Ground): Promise<readonly SearchResult[]> {
  const place = ground.place();
  const database = await openDatabase({
    url: place.url,
    entities: [],
    migrations: MIGRATIONS,
    connections: 2,
  });
  try {
    await migrate(database);
    const desk = new BenchDesk(database);
    const list = new DatabaseCaseList(database);
    const index = new DatabaseFamilyIndex(database);
    const people = new People(new SeededChance(9), [...TUNING_POOLS, ...HOLDOUT_POOLS]);
    const results: SearchResult[] = [];
    for (const cases of SIZES) {
      await desk.growTo(cases);
      const caller = (n: number) => {
        const found = desk.callers[(n * 7919) % desk.callers.length];
        if (!found) throw new Error('a desk without callers');
        return found;
      };
      const words = (n: number): string => people.onPassport(caller(n).real).name ?? '';
      const viewer = (n: number, role = 'jurist') => ({
        account: role === 'jurist' ? desk.jurist(n) : 'student1',
        roles: [role],
        now: instantOf('2026-06-01T09:00:00Z'),
      });
      const ask: Record<Asked, (n: number) => Promise<unknown>> = {
        name: (n) => list.page({ most: PAGE, q: words(n) }, viewer(n)),
        student: (n) => list.page({ most: PAGE, q: words(n) }, viewer(n, 'student')),
        number: (n) => list.page({ most: PAGE, q: caller(n).number }, viewer(n)),
        worklist: (n) => list.page({ most: PAGE, isOwn: true, dueUntil: '2026-06-20' }, viewer(n)),
        own: (n) => list.page({ most: PAGE, isOwn: true, isOpen: true }, viewer(n)),
        check: async (n) => {
          const asked = [
            people.asHeard(caller(n).real),
            { ...people.asHeard(caller(n + 1).real), key: 'other' },
          ];
          const profile = fileProfileOf({ client: asked[0]?.key ?? null, people: asked, children: [] });
          const found = await index.candidates([...new Set(profile.people.flatMap(keysOfPerson))], null);
          return found.map(({ facts }) => matchFiles(profile, fileProfileOf(facts), MATCH_POLICY));
        },
      };
      const measured = {} as Record<Asked, readonly number[]>;
      for (const name of Object.keys(ASKED) as Asked[]) measured[name] = await timesOf(ask[name]);
      results.push({ cases, p50: share(measured, 0.5), p95: share(measured, 0.95) });
    }
    return results;
  } finally {
    await database.close();
    await place.remove();
  }
}

async function timesOf(ask: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  for (let n = 0; n < QUESTIONS / 5; n++) await ask(n);
  const times: number[] = [];
  for (let n = 0; n < QUESTIONS; n++) {
    const start = performance.now();
    await ask(n);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b);
}

const share = (measured: Record<Asked, readonly number[]>, part: number): Record<Asked, number> =>
  Object.fromEntries(
    Object.entries(measured).map(([name, times]) => [name, times[Math.floor(times.length * part)] ?? 0]),
  ) as Record<Asked, number>;
