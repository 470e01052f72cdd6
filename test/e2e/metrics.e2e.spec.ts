import { DueJobs } from '@bureau/platform';
import { Api, describeApi } from '../support/bureau.api';
import { sqlitePlace } from '../support/databases';
import { aNikoRegistration } from '../support/request.builder';

const TOKEN = 'a-token-for-the-scraper';
const shows = (token: string) => ({ authorization: `Bearer ${token}` });

/** The value of a series: its name with its labels, as Prometheus writes them. */
const valueOf = (page: string, series: string): number | undefined => {
  const line = page.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

describeApi(
  'what Prometheus reads of the bureau',
  (api, dialect) => {
    const page = async () => (await api().stranger.get('/api/metrics', shows(TOKEN))).text;

    it('is shown to the scraper with its token and to the administrator, and to nobody else', async () => {
      const { stranger } = api();
      const scraped = await stranger.get('/api/metrics', shows(TOKEN));
      expect([scraped.status, scraped.mediaType]).toEqual([200, 'text/plain']);
      expect((await (await api().as('adam')).get('/api/metrics')).status).toBe(200);
      for (const none of [{}, shows('not-the-token-for-it'), shows(`${TOKEN}x`), shows('')])
        expect((await stranger.get('/api/metrics', none)).code).toBe('no-session');
      for (const username of ['anna', 'mia', 'dina', 'sam'])
        expect((await (await api().as(username)).get('/api/metrics')).code).toBe('not-your-role');
    });

    it('opens no other door to the scraper', async () => {
      const { stranger } = api();
      for (const path of ['/api/session', '/api/worklist', '/api/reports/annual/2026'])
        expect((await stranger.get(path, shows(TOKEN))).code).toBe('no-session');
    });

    it('counts calls under the template of their route, events, refusals and commits', async () => {
      const anna = await api().as('anna');
      const number = await anna.opens(aNikoRegistration());
      await anna.view(number);
      expect((await anna.tell(number, { type: 'request.closed' })).status).toBe(409);
      await anna.get('/api/nowhere/MB-2026-001');
      const text = await page();
      const calls = (labels: string) => valueOf(text, `bureau_http_seconds_count{${labels}}`);
      const one = '/api/mediation-requests/:number';
      expect(calls(`method="GET",route="${one}",status="2xx"`)).toBe(1);
      expect(calls(`method="POST",route="${one}/events",status="4xx"`)).toBe(1);
      expect(calls('method="GET",route="none",status="4xx"')).toBeGreaterThanOrEqual(1);
      expect(text).toMatch(
        new RegExp(`bureau_http_refusals_total\\{route="${one}/events",code="[a-z-]+"\\} 1`),
      );
      expect(valueOf(text, 'bureau_rows_added_total{table="request_event"}')).toBe(1);
      expect(valueOf(text, 'bureau_commit_seconds_count{outcome="written"}')).toBeGreaterThan(1);
      expect(text).not.toContain(number);
      expect(text).not.toMatch(/MB-\d{4}/);
    });

    it('tells how deadlines, outbox, queue and process fare', async () => {
      const text = await page();
      expect(valueOf(text, 'bureau_database_reachable')).toBe(1);
      expect(valueOf(text, 'bureau_deadline_lag_seconds')).toBe(0);
      expect(valueOf(text, 'bureau_outbox_lag_seconds')).toBe(0);
      expect(valueOf(text, 'bureau_outbox_failing')).toBe(0);
      expect(valueOf(text, 'bureau_queue_reachable{driver="direct"}')).toBe(1);
      expect(valueOf(text, 'bureau_sweep_seconds_count')).toBe(1);
      expect(valueOf(text, 'process_cpu_user_seconds_total')).toBeGreaterThan(0);
      if (dialect === 'postgres')
        expect(valueOf(text, 'bureau_database_connections{state="open"}')).toBeGreaterThan(0);
      else expect(valueOf(text, 'bureau_commit_group_size_count')).toBeGreaterThan(0);
    });
  },
  { env: { METRICS_TOKEN: TOKEN } },
);

describe('the metrics of a bureau', () => {
  it('without METRICS_TOKEN are for the administrator alone', async () => {
    const place = sqlitePlace();
    const api = await Api.start(place.url);
    expect((await api.stranger.get('/api/metrics', shows('undefined'))).status).toBe(401);
    expect((await api.stranger.get('/api/metrics', shows('null'))).status).toBe(401);
    expect((await (await api.as('adam')).get('/api/metrics')).status).toBe(200);
    await api.close();
    await place.remove();
  });

  it('say how old the oldest deadline and wake-up are that nobody has told', async () => {
    const place = sqlitePlace();
    const api = await Api.start(place.url, { env: { METRICS_TOKEN: TOKEN } });
    await (await api.as('anna')).opens(aNikoRegistration());
    const [{ due } = { due: 0 }] = await api.database.read<{ due: number }>(
      "select min(due_at) as due from request_deadline where state = 'open'",
    );
    api.on(new Date(due + 600_000).toISOString());
    const { text } = await api.stranger.get('/api/metrics', shows(TOKEN));
    expect(valueOf(text, 'bureau_deadline_lag_seconds')).toBe(600);
    // Nightly and daily jobs of the bureau wait there too, and for longer.
    expect(valueOf(text, 'bureau_outbox_lag_seconds')).toBeGreaterThanOrEqual(600);
    await api.app.get(DueJobs).execute();
    const after = (await api.stranger.get('/api/metrics', shows(TOKEN))).text;
    expect(valueOf(after, 'bureau_deadline_lag_seconds')).toBe(0);
    expect(valueOf(after, 'bureau_job_seconds_count{kind="deadline.due",outcome="delivered"}')).toBe(1);
    await api.close();
    await place.remove();
  });

  it('are still read when the database is away, and say so', async () => {
    const place = sqlitePlace();
    const api = await Api.start(place.url, { env: { METRICS_TOKEN: TOKEN } });
    await api.database.close();
    const answer = await api.stranger.get('/api/metrics', shows(TOKEN));
    expect(answer.status).toBe(200);
    expect(valueOf(answer.text, 'bureau_database_reachable')).toBe(0);
    expect(valueOf(answer.text, 'bureau_outbox_lag_seconds')).toBeNaN();
    await api.close();
    await place.remove();
  });
});
