import { Api } from '../support/bureau.api';
import { describeOnEachDatabase } from '../support/databases';
import { until } from '../support/queue.desk';
import { aNikoRegistration } from '../support/request.builder';

interface Wake {
  readonly kind: string;
  readonly due_at: number;
  readonly fired_at: number | null;
  readonly delivered_at: number | null;
}

const START = '2026-03-02T09:00:00Z';
const SEVERAL_SWEEPS_MS = 300;

/** Long enough for a sweep that should have done nothing to have done it. */
const severalSweeps = () => new Promise((resolve) => setTimeout(resolve, SEVERAL_SWEEPS_MS));
const iso = (millis: number) => new Date(millis).toISOString();

describeOnEachDatabase(
  'a deadline of a running bureau',
  (_, { place }) => {
    let api: Api;
    beforeEach(async () => {
      api = await Api.start(place(), { env: { SWEEP_SECONDS: '0.05' }, at: START });
    });
    afterEach(() => api.close());

    const wakes = (number: string) =>
      api.database.read<Wake>(
        `SELECT d.kind, d.due_at, d.fired_at, o.delivered_at FROM request_deadline d
         LEFT JOIN outbox o ON o.id = 'dl-' || d.request || '-' || d.kind || '-' || d.revision
         WHERE d.request = ? AND d.state = 'open' ORDER BY d.due_at, d.kind`,
        [number],
      );
    const registered = async () => {
      const number = await (await api.as('anna')).opens(aNikoRegistration());
      const [first] = await wakes(number);
      if (!first) throw new Error('a new request has no deadline');
      return { number, first };
    };
    const firedAt = async (number: string) => (await wakes(number))[0]?.fired_at;

    it('fires once, at its moment and not a millisecond before, and says so in the same commit', async () => {
      const { number, first } = await registered();
      api.on(iso(first.due_at - 1));
      await severalSweeps();
      expect(await firedAt(number)).toBeNull();
      api.on(iso(first.due_at));
      await until(async () => (await firedAt(number)) !== null);
      api.on(iso(first.due_at + 1_000));
      await severalSweeps();
      const [fired] = await wakes(number);
      expect(fired).toEqual({ ...first, fired_at: first.due_at, delivered_at: first.due_at });
    });

    it('only fires later when the clock is set back', async () => {
      const { number, first } = await registered();
      api.on(iso(first.due_at - 3_600_000));
      await severalSweeps();
      api.on(iso(first.due_at - 2 * 3_600_000));
      await severalSweeps();
      expect(await firedAt(number)).toBeNull();
      api.on(iso(first.due_at + 5));
      await until(async () => (await firedAt(number)) === first.due_at + 5);
    });

    it('fires although its wake-up is gone', async () => {
      const { number, first } = await registered();
      await api.database.commit({ writes: [{ remove: 'outbox', rows: [{ subject: number }] }] });
      api.on(iso(first.due_at));
      await until(async () => (await firedAt(number)) !== null);
      await until(async () => (await wakes(number))[0]?.delivered_at !== null);
    });

    it('leaves nothing in the outbox of what was met before it was due', async () => {
      const { number, first } = await registered();
      await api.database.commit({
        writes: [
          { change: 'request_deadline', where: { request: number, kind: first.kind }, set: { state: 'met' } },
        ],
      });
      api.on(iso(first.due_at));
      const row = () =>
        api.database.read<{ delivered_at: number | null }>(
          `SELECT delivered_at FROM outbox WHERE subject = ? AND id LIKE ?`,
          [number, `dl-${number}-${first.kind}-%`],
        );
      await until(async () => (await row())[0]?.delivered_at === first.due_at);
      const [deadline] = await api.database.read<{ fired_at: number | null }>(
        'SELECT fired_at FROM request_deadline WHERE request = ? AND kind = ?',
        [number, first.kind],
      );
      expect(deadline?.fired_at).toBeNull();
    });
  },
  { entities: [], migrations: [] },
);
