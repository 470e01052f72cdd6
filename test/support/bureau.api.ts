import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AddAccount } from '@bureau/access';
import { loadConfig } from '@bureau/config';
import { FixedClock, instantOf, SystemClock } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import { createApi } from '../../apps/api/api';
import { describeOnEachDatabase, describeOnSqlite } from './databases';
import { Visitor } from './http.visitor';

export const PASSWORD = 'een lang wachtwoord';

export interface Person {
  readonly username: string;
  readonly roles: readonly string[];
  readonly language?: 'nl' | 'en';
  readonly person?: string;
}

/** One of each, and of those who must be told apart two. */
export const STAFF: readonly Person[] = [
  { username: 'anna', roles: ['coordinator'], language: 'en' },
  { username: 'bas', roles: ['coordinator'] },
  { username: 'mia', roles: ['mediator'], language: 'en', person: 'm01' },
  { username: 'max', roles: ['mediator'], language: 'en', person: 'm08' },
  { username: 'kim', roles: ['curator'], language: 'en', person: 'k1' },
  { username: 'joris', roles: ['jurist'] },
  { username: 'sam', roles: ['student'] },
  { username: 'dina', roles: ['director'] },
  { username: 'adam', roles: ['admin'] },
];

export interface ApiOptions {
  readonly people?: readonly Person[];
  /** The moment at which its clock stands still; null: the clock of the machine. */
  readonly at?: string | null;
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole HTTP door, listening on a free port, with its accounts. */
export class Api {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly app: NestExpressApplication,
    readonly base: string,
    private readonly clock: FixedClock | null,
  ) {}

  static async start(
    url: string,
    { people = STAFF, at = '2026-03-02T09:00:00Z', env = {} }: ApiOptions = {},
  ): Promise<Api> {
    const clock = at === null ? null : new FixedClock(instantOf(at));
    const settings = loadConfig({ DATABASE_URL: url, SWEEP_SECONDS: '3600', ...env });
    const app = await createApi(settings, { clock: clock ?? new SystemClock(), logLevels: ['fatal'] });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const api = new Api(app, `http://127.0.0.1:${port}`, clock);
    for (const person of people) await api.hire(person);
    return api;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async hire({ username, roles, language = 'nl', person }: Person, password = PASSWORD): Promise<void> {
    const result = await this.app
      .get(AddAccount)
      .execute({ username, displayName: username, roles, language, person: person ?? null, password }, null);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
  }

  /** Sets the clock: a day means eleven in the morning in The Hague. Sessions end when days pass. */
  on(moment: string): void {
    this.clock?.set(instantOf(moment.length === 10 ? `${moment}T11:00:00+01:00` : moment));
    this.tokens.clear();
  }

  /** Somebody who has not logged in. */
  get stranger(): Visitor {
    return new Visitor(this.base, null);
  }

  async as(username: string, password = PASSWORD): Promise<Visitor> {
    const token = this.tokens.get(username) ?? (await this.stranger.token(username, password));
    this.tokens.set(username, token);
    return new Visitor(this.base, token);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

type Suite = (api: () => Api, dialect: Database['dialect']) => void;

/** Runs the suite on an HTTP door on SQLite and on PostgreSQL, started once for each. */
export const describeApi = (name: string, suite: Suite, options: ApiOptions = {}): void =>
  describeOnEachDatabase(
    name,
    (_, { place, dialect }) => startedOnce(suite, place, dialect, options),
    NO_SCHEMA,
  );

/** As describeApi, where the database makes no difference. */
export const describeApiOnSqlite = (name: string, suite: Suite, options: ApiOptions = {}): void =>
  describeOnSqlite(name, (_, { place, dialect }) => startedOnce(suite, place, dialect, options), NO_SCHEMA);

/** The api brings its own tables. */
const NO_SCHEMA = { entities: [], migrations: [] };

function startedOnce(
  suite: Suite,
  place: () => string,
  dialect: Database['dialect'],
  options: ApiOptions,
): void {
  // A describe of its own, so that the api is closed before its database is removed.
  describe('over HTTP', () => {
    let api: Api;
    beforeAll(async () => {
      api = await Api.start(place(), options);
    });
    afterAll(() => api?.close());
    suite(() => api, dialect);
  });
}
