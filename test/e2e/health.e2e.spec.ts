import { Api } from '../support/bureau.api';
import { describeOnSqlite } from '../support/databases';
import { aNikoRegistration } from '../support/request.builder';

interface Readiness {
  readonly status: string;
  readonly parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const NOBODY_THERE = 'redis://127.0.0.1:1';

describeOnSqlite(
  'whether the bureau can do its work',
  (_, { place }) => {
    let api: Api;
    afterEach(() => api.close());
    const readiness = async () => {
      const answer = await api.stranger.get('/api/health/ready');
      return { status: answer.status, body: answer.body<Readiness>() };
    };

    it('names its parts, and what waits in the outbox', async () => {
      api = await Api.start(place());
      const { status, body } = await readiness();
      expect(status).toBe(200);
      expect(body).toEqual({
        status: 'ready',
        parts: {
          database: { ready: true },
          deadlines: { ready: true, oldestUnfiredDue: null },
          verification: { ready: true, lastOn: null, foundFaults: false },
          outbox: { ready: true, oldestUndeliveredDue: null, failing: 0 },
          queue: { ready: true, driver: 'direct', reachable: true },
        },
      });
    });

    it('is not ready when the outbox is not emptied, and says since when', async () => {
      api = await Api.start(place());
      await api.database.commit({
        writes: [
          {
            insert: 'outbox',
            rows: [
              {
                id: 'x',
                kind: 'letter.of-the-future',
                subject: 'x',
                payload: '{}',
                created_at: 0,
                available_at: Date.parse('2026-03-02T09:00:00Z'),
                attempts: 0,
                lease_until: Date.parse('2026-03-02T09:00:30Z'),
              },
            ],
          },
        ],
      });
      api.on('2026-03-02T09:06:00Z');
      const { status, body } = await readiness();
      expect(status).toBe(503);
      expect(body.parts['outbox']).toEqual({
        ready: false,
        oldestUndeliveredDue: '2026-03-02T09:00:00.000Z',
        failing: 0,
      });
    });

    it('goes on working when the night found a damaged file, and says that somebody must look', async () => {
      api = await Api.start(place());
      const night = { job: 'verify.nightly', done_at: 0, detail: '{}' };
      const found = (on_day: string, outcome: string) =>
        api.database.commit({ writes: [{ insert: 'job_result', rows: [{ ...night, on_day, outcome }] }] });
      await found('2026-03-01', 'done');
      await found('2026-03-02', 'faults');
      const { status, body } = await readiness();
      expect([status, body.status]).toEqual([200, 'degraded']);
      expect(body.parts['verification']).toEqual({ ready: true, lastOn: '2026-03-02', foundFaults: true });
    });

    it('goes on working while its queue is away, and says why it does not reach it', async () => {
      api = await Api.start(place(), { env: { QUEUE_URL: NOBODY_THERE } });
      const { status, body } = await readiness();
      expect(status).toBe(200);
      expect(body.status).toBe('degraded');
      expect(body.parts['queue']).toMatchObject({ ready: true, driver: 'redis', reachable: false });
      expect(body.parts['queue']?.['why']).toMatch(/ECONNREFUSED|does not answer/);
      expect((await (await api.as('anna')).register(aNikoRegistration())).status).toBe(201);
    });
  },
  { entities: [], migrations: [] },
);
