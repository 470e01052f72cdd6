import type { Role } from './kept-process';

export interface Part {
  readonly name: string;
  readonly role: Role;
  readonly doesJobs: boolean;
  /** How long it stays away after each death, at least and at most, in milliseconds. */
  readonly rest: readonly [number, number];
}

export interface Backend {
  readonly label: string;
  readonly database: 'sqlite' | 'postgres';
  readonly queue: 'direct' | 'redis' | 'postgres';
  readonly cast: readonly Part[];
}

/** Whoever keeps it running starts it again at once. */
export const AT_ONCE: Part['rest'] = [50, 300];

const SCALED_OUT: readonly Part[] = [
  { name: 'api 1', role: 'api', doesJobs: false, rest: AT_ONCE },
  { name: 'api 2', role: 'api', doesJobs: false, rest: AT_ONCE },
  { name: 'worker 1', role: 'worker', doesJobs: true, rest: AT_ONCE },
  { name: 'worker 2', role: 'worker', doesJobs: true, rest: AT_ONCE },
];

/** Every way to set the program up that the storm is let loose on. */
export const BACKENDS = {
  sqlite: {
    label: 'embedded default: SQLite, no queue server',
    database: 'sqlite',
    queue: 'direct',
    cast: [
      { name: 'api 1', role: 'api', doesJobs: true, rest: AT_ONCE },
      // One process owns the file; that a second opens it now and then must do no harm all the same.
      { name: 'guest', role: 'api', doesJobs: true, rest: [4_000, 10_000] },
    ],
  },
  'postgres-redis': {
    label: 'PostgreSQL, BullMQ on Redis, two api and two worker processes',
    database: 'postgres',
    queue: 'redis',
    cast: SCALED_OUT,
  },
  'postgres-postgres': {
    label: 'PostgreSQL, BullMQ on the same PostgreSQL, two api and two worker processes',
    database: 'postgres',
    queue: 'postgres',
    cast: SCALED_OUT,
  },
} as const satisfies Record<string, Backend>;

export type BackendName = keyof typeof BACKENDS;
export const BACKEND_NAMES = Object.keys(BACKENDS) as readonly BackendName[];
