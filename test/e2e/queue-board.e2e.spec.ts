import { DueJobs } from '@bureau/platform';
import { Api } from '../support/bureau.api';
import { type Place, sqlitePlace } from '../support/databases';
import { describeOnEachQueue } from '../support/queue.places';
import { aNikoRegistration } from '../support/request.builder';

interface Seen {
  readonly queue: { readonly driver: string; readonly reachable: boolean };
  readonly counts: { readonly due: number; readonly later: number; readonly failing: number };
  readonly failing: readonly { readonly id: string; readonly lastError: string }[];
  readonly waiting: readonly { readonly subject: string }[];
  readonly delivered: readonly { readonly id: string }[];
}

const A_JOB = {
  kind: 'letter.of-the-future',
  subject: 'x',
  payload: '{"secret":"of a family"}',
  created_at: 0,
};

describeOnEachQueue('the jobs of the bureau, to look at', (place) => {
  let at: Place;
  let api: Api;
  beforeAll(async () => {
    at = sqlitePlace();
    api = await Api.start(at.url, {
      env: place().url === undefined ? {} : { QUEUE_URL: String(place().url) },
    });
    const rows = [{ ...A_JOB, id: 'fails', available_at: Date.parse('2026-03-02T08:00:00Z'), attempts: 0 }];
    await api.database.commit({ writes: [{ insert: 'outbox', rows }] });
    await (await api.as('anna')).opens(aNikoRegistration());
    await api.app.get(DueJobs).execute();
  });
  afterAll(async () => {
    await api.close();
    await at.remove();
  });
  const seen = async () => (await (await api.as('adam')).get('/api/queue')).body<Seen>();

  it('shows what waits, and what fails and why; no content', async () => {
    const { counts, failing, waiting, queue } = await seen();
    expect(queue).toMatchObject({ reachable: true });
    expect(counts.failing).toBe(1);
    expect(failing).toMatchObject([
      { id: 'fails', lastError: expect.stringMatching(/knows no job/) as string },
    ]);
    expect(waiting.map(({ subject }) => subject).join()).toMatch(/MB-2026-\d+/);
    expect(JSON.stringify(await seen())).not.toContain('of a family');
  });

  it('is a page for a browser, in which nothing of a row is markup', async () => {
    const rows = [{ ...A_JOB, id: '<b>x</b>', available_at: 0, attempts: 0, last_error: '<script>' }];
    await api.database.commit({ writes: [{ insert: 'outbox', rows }] });
    const page = await (await api.as('adam')).get('/api/queue', { accept: 'text/html' });
    expect(page.mediaType).toBe('text/html');
    expect(page.text).toContain('&lt;b&gt;x&lt;/b&gt;');
    expect(page.text).not.toMatch(/<b>x|<script>/);
    await api.database.commit({ writes: [{ remove: 'outbox', rows: [{ id: '<b>x</b>' }] }] });
  });

  it('is for administrators and coordinators; only an administrator tries again what failed', async () => {
    for (const username of ['mia', 'dina', 'sam', 'joris', 'kim'])
      for (const path of ['/api/queue', '/api/queue/board', '/api/queue/board/api/queues'])
        expect((await (await api.as(username)).get(path)).code).toBe('not-your-role');
    expect((await api.stranger.get('/api/queue/board/')).code).toBe('no-session');
    const anna = await api.as('anna');
    expect((await anna.get('/api/queue')).status).toBe(200);
    expect((await anna.post('/api/queue/retries', { id: 'fails' })).code).toBe('not-your-role');
  });

  it('lets an administrator try again: at once, told in the journal, and only what fails', async () => {
    const adam = await api.as('adam');
    expect((await adam.post('/api/queue/retries', { id: 'none' })).code).toBe('unknown-job');
    const before = await api.database.read<{ at: number }>(
      "select available_at as at from outbox where id = 'fails'",
    );
    expect((await adam.post('/api/queue/retries', { id: 'fails' })).status).toBe(200);
    const after = await api.database.read<{ at: number }>(
      "select available_at as at from outbox where id = 'fails'",
    );
    expect(after[0]?.at).toBeLessThan(Number(before[0]?.at));
    const [waiting] = await api.database.read<{ id: string }>(
      'select id from outbox where last_error is null and delivered_at is null',
    );
    expect((await adam.post('/api/queue/retries', { id: waiting?.id })).code).toBe('not-failing');
    const told = await api.database.read(
      "select actor, detail from audit_entry where action = 'job.retried'",
    );
    expect(told).toEqual([{ actor: 'adam', detail: '{"id":"fails"}' }]);
  });

  it('shows what the queue itself holds, to look at only', async () => {
    const adam = await api.as('adam');
    if (!place().url) {
      expect((await adam.get('/api/queue/board')).code).toBe('no-queue-server');
      return;
    }
    const page = await adam.get('/api/queue/board/');
    expect([page.status, page.mediaType]).toEqual([200, 'text/html']);
    expect(page.headers.get('content-security-policy')).not.toContain('https:');
    for (const asset of page.text.matchAll(/(?:src|href)="(static\/[^"]+)"/g))
      expect((await adam.get(`/api/queue/board/${asset[1]}`)).status).toBe(200);
    const queues = await adam.get('/api/queue/board/api/queues');
    expect(queues.body<{ queues: object[] }>().queues).toMatchObject([
      { name: expect.stringMatching(/^bureau-/) as string, readOnlyMode: true },
    ]);
    const [name] = /bureau-\w+/.exec(queues.text) ?? [];
    for (const change of ['pause', 'empty', 'clean/failed', 'retry/failed'])
      expect((await adam.send('PUT', `/api/queue/board/api/queues/${name}/${change}`)).status).toBe(404);
  });
});
