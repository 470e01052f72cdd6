import { readFileSync } from 'node:fs';
import { ImportInformationRequests } from '@bureau/casework';
import { ReplayHistory } from '@bureau/mediation';
import { readReplayFile } from '../../apps/cli/replay.file';
import { describeApiOnSqlite } from '../support/bureau.api';
import type { HttpAnswer } from '../support/http.visitor';
import { aNikoRegistration, anIkoRegistration, steps } from '../support/request.builder';

const FULL_VIEW = ['parents', 'children', 'tracks', 'outcome', 'hearing', 'curators', 'allowed'];
const DATES = ['court', 'sessions', 'deadlines'];
const STATUS = ['number', 'kind', 'registeredOn', 'revision', 'phase', 'started', 'ended', 'closedOn'];

const refusal = ({ status, code }: HttpAnswer) => [status, code];
const without = ({ text }: HttpAnswer, number: string): string => text.replaceAll(number, 'NUMBER');

describeApiOnSqlite('who may see and do what', (api) => {
  let own = '';
  let other = '';
  const path = (number: string, part = '') => `/api/mediation-requests/${number}${part}`;

  beforeAll(async () => {
    api().on('2026-03-16');
    const anna = await api().as('anna');
    own = await anna.opens(anIkoRegistration());
    await anna.tellAll(own, [
      steps.hearing,
      ...steps.talks,
      ...steps.screenings,
      ...steps.signatures,
      ...steps.pair,
      ...steps.funding,
      ...steps.intakes,
      steps.curator[0],
      steps.plan,
    ]);
    other = await anna.opens(aNikoRegistration());
  });

  it('lets a mediator record how the sessions of an own request ended', async () => {
    api().on('2026-03-22');
    const mia = await api().as('mia');
    await mia.tellAll(own, steps.sessions);
    const draft = { type: 'agreement.drafted', agreement: 'partial' };
    expect((await mia.tell(own, draft)).status).toBe(200);
    const view = await mia.view(own);
    expect(Object.keys(view)).toEqual(expect.arrayContaining([...FULL_VIEW, ...DATES]));
    expect(view['allowed']).toContain('outcome.recorded');
    expect(view['allowed']).not.toContain('agreement.reviewed');
    expect((await mia.get(path(own, '/history'))).status).toBe(200);
    expect((await mia.get(path(own, '/diagram'))).status).toBe(200);
  });

  it("answers a mediator about another's request exactly as about one that does not exist", async () => {
    const max = await api().as('max');
    const event = steps.sessions[0] ?? {};
    for (const [exists, doesNot] of [
      [max.get(path(own)), max.get(path('MB-2026-999'))],
      [max.get(path(own, '/history')), max.get(path('MB-2026-999', '/history'))],
      [max.get(path(own, '/diagram')), max.get(path('MB-2026-999', '/diagram'))],
      [max.tell(own, event), max.tell('MB-2026-999', event)],
      // Also for an event that is nobody's of this role: the refusal itself must not tell.
      [max.tell(own, { type: 'request.closed' }), max.tell('MB-2026-999', { type: 'request.closed' })],
    ] as const) {
      const [hidden, unknown] = [await exists, await doesNot];
      expect(refusal(hidden)).toEqual([404, 'unknown-request']);
      expect(without(hidden, own)).toBe(without(unknown, 'MB-2026-999'));
    }
    expect((await max.get('/api/worklist')).body()).toMatchObject({ total: 0, items: [] });
  });

  it('refuses a mediator the events that are the coordinator’s, in an own request', async () => {
    const mia = await api().as('mia');
    for (const event of [
      { type: 'request.closed' },
      { type: 'agreement.signed', parent: 'A' },
      { type: 'result.reported', to: 'court', category: 'none' },
      { type: 'deadline.overridden', deadline: 'funding', dueOn: '2026-03-20', reason: 'no' },
      { type: 'curator.discharged' },
    ])
      expect(refusal(await mia.tell(own, event))).toEqual([403, 'not-your-role']);
    expect(refusal(await mia.register(anIkoRegistration()))).toEqual([403, 'not-your-role']);
    expect(refusal(await mia.get('/api/reports/annual/2026'))).toEqual([403, 'not-your-role']);
  });

  it('shows a curator the dates of the own child’s request, and nothing of its content', async () => {
    const kim = await api().as('kim');
    const view = await kim.view(own);
    expect(Object.keys(view)).toEqual(expect.arrayContaining([...STATUS, ...DATES]));
    for (const field of FULL_VIEW) expect(view).not.toHaveProperty(field);
    expect(refusal(await kim.get(path(other)))).toEqual([404, 'unknown-request']);
    expect(refusal(await kim.get(path(own, '/history')))).toEqual([403, 'not-your-role']);
    expect(refusal(await kim.get(path(own, '/diagram')))).toEqual([403, 'not-your-role']);
    expect(refusal(await kim.get('/api/worklist'))).toEqual([403, 'not-your-role']);
    expect((await kim.tell(own, steps.curator[1])).status).toBe(200);
    expect(refusal(await kim.tell(own, steps.curator[4]))).toEqual([403, 'not-your-role']);
  });

  it('tells a jurist how far a request is, and no date, name or event of it', async () => {
    const joris = await api().as('joris');
    const view = await joris.view(own);
    expect(Object.keys(view)).toEqual(expect.arrayContaining(STATUS));
    for (const field of [...FULL_VIEW, ...DATES]) expect(view).not.toHaveProperty(field);
    expect(refusal(await joris.get(path(own, '/history')))).toEqual([403, 'not-your-role']);
    expect(refusal(await joris.tell(own, { type: 'request.closed' }))).toEqual([403, 'not-your-role']);
  });

  it.each(['sam', 'adam', 'dina'])('shows %s nothing of any request', async (username) => {
    const visitor = await api().as(username);
    for (const answer of [
      await visitor.get(path(own)),
      await visitor.get(path('MB-2026-999')),
      await visitor.get(path(own, '/history')),
      await visitor.get(path(own, '/diagram')),
      await visitor.get('/api/worklist'),
      await visitor.register(anIkoRegistration()),
      await visitor.tell(own, { type: 'request.closed' }),
    ])
      expect(refusal(answer)).toEqual([403, 'not-your-role']);
    expect((await visitor.get('/api/session')).status).toBe(200);
    const report = await visitor.get('/api/reports/annual/2025');
    expect(report.status).toBe(username === 'dina' ? 200 : 403);
  });

  it('opens nothing to whoever has not logged in, but whether the process lives', async () => {
    const { stranger } = api();
    for (const answer of [
      await stranger.get(path(own)),
      await stranger.get('/api/session'),
      await stranger.get('/api/worklist'),
      await stranger.get('/api/reports/annual/2025'),
      await stranger.tell(own, { type: 'request.closed' }),
      await stranger.register(anIkoRegistration()),
      await stranger.send('DELETE', '/api/session'),
    ])
      expect(refusal(answer)).toEqual([401, 'no-session']);
    expect((await stranger.get('/api/health/live')).status).toBe(200);
  });

  it('gives the director the annual report of 2025 as it was published, and nobody a table of families', async () => {
    const { lines, bad } = await readReplayFile('test/fixtures/2025/mediation-events.ndjson');
    const replayed = await api()
      .app.get(ReplayHistory)
      .execute(lines, { goOn: false, alreadyBad: bad.length });
    expect(replayed).toMatchObject({ applied: lines.length, bad: [] });
    const asked = readFileSync('test/fixtures/2025/information-requests.csv', 'utf8');
    expect(await api().app.get(ImportInformationRequests).execute(asked)).toMatchObject({ ok: true });
    const dina = await api().as('dina');
    const csv = await dina.get('/api/reports/annual/2025', { accept: 'text/csv' });
    expect(csv.mediaType).toBe('text/csv');
    const expected = readFileSync('test/fixtures/2025/expected-mediation.csv', 'utf8').trim().split(/\r?\n/);
    expect(csv.text.split(/\r?\n/)).toEqual(expect.arrayContaining(expected));
    expect(csv.text).not.toMatch(/MB-2025/);
  });
});
