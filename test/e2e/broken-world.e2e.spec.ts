import Sqlite from 'better-sqlite3';
import { VerifyRequests } from '@bureau/mediation';
import type { Row } from '@bureau/platform';
import { Api } from '../support/bureau.api';
import { type Place, sqlitePlace } from '../support/databases';
import type { HttpAnswer, Visitor } from '../support/http.visitor';
import { aNikoRegistration, anIkoRegistration } from '../support/request.builder';
import { SeededChance } from '../support/seeded.chance';
import { requestState } from '../support/stored.state';

const talk = { type: 'information_talk.held', parent: 'A', outcome: 'willing' };
const refusal = ({ status, code }: HttpAnswer) => [status, code];

describe('when the world breaks, the bureau says so, writes nothing by halves, and goes on', () => {
  let place: Place;
  let api: Api;
  let anna: Visitor;
  let number = '';
  beforeAll(async () => {
    place = sqlitePlace();
    api = await Api.start(place.url);
    anna = await api.as('anna');
    number = await anna.opens(anIkoRegistration());
  });
  afterAll(async () => {
    await api.close();
    await place.remove();
  });
  const pragma = (words: string) => api.database.dataSource.query<Row[]>(`pragma ${words}`);
  const verified = async () => (await api.app.get(VerifyRequests).execute()).failures;
  const isProblem = (answer: HttpAnswer) => {
    expect(answer.mediaType).toBe('application/problem+json');
    expect(answer.body()['detail']).toEqual(expect.stringMatching(/\w/));
  };

  it('a file that another program has locked: 503 for whoever writes, answers for whoever reads', async () => {
    const other = await anna.opens(aNikoRegistration());
    const before = await requestState(api.database);
    const intruder = new Sqlite(place.url.slice('sqlite:'.length));
    intruder.exec('begin exclusive');
    const writing = Promise.all([
      anna.tell(number, talk),
      anna.tell(other, talk, { 'idempotency-key': 'locked' }),
      anna.register(aNikoRegistration()),
      api.stranger.post('/api/session', { username: 'bas', password: 'een lang wachtwoord' }),
    ]);
    expect((await anna.get(`/api/mediation-requests/${number}`)).status).toBe(200);
    expect((await anna.get('/api/worklist')).status).toBe(200);
    expect((await api.stranger.get('/api/health/live')).status).toBe(200);
    for (const answer of await writing) {
      expect(refusal(answer)).toEqual([503, 'database-busy']);
      isProblem(answer);
    }
    intruder.exec('rollback');
    intruder.close();
    expect(await requestState(api.database)).toEqual(before);
    const again = await anna.tell(other, talk, { 'idempotency-key': 'locked' });
    expect(again.status).toBe(200);
  }, 30_000);

  it('a lock that is let go in time: the call waits, and is taken', async () => {
    const other = new Sqlite(place.url.slice('sqlite:'.length));
    other.exec('begin exclusive');
    const waiting = anna.tell(number, { type: 'information.received', parent: 'A' });
    expect((await anna.get('/api/worklist')).status).toBe(200);
    other.exec('rollback');
    other.close();
    expect((await waiting).status).toBe(200);
  });

  it('a file that cannot be written: 503, and works when it can', async () => {
    const before = await requestState(api.database);
    await pragma('query_only = 1');
    for (const answer of [await anna.tell(number, talk), await anna.register(aNikoRegistration())]) {
      expect(refusal(answer)).toEqual([503, 'database-read-only']);
      isProblem(answer);
    }
    expect((await anna.get(`/api/mediation-requests/${number}`)).status).toBe(200);
    await pragma('query_only = 0');
    expect(await requestState(api.database)).toEqual(before);
    expect((await anna.tell(number, talk)).status).toBe(200);
  });

  it('a full disk: 503, nothing half written, and works when there is room again', async () => {
    const before = (await anna.get('/api/worklist')).body<{ total: number }>().total;
    const [pages] = await pragma('page_count');
    await pragma(`max_page_count = ${String(pages?.['page_count'])}`);
    const answers: HttpAnswer[] = [];
    // What still fits into the last pages is taken whole; then nothing fits any more.
    while (answers.filter(({ status }) => status === 503).length < 3 && answers.length < 100)
      answers.push(await anna.register(anIkoRegistration()));
    const full = answers.filter(({ status }) => status !== 201);
    expect(full.length).toBeGreaterThanOrEqual(3);
    for (const answer of full) {
      expect(refusal(answer)).toEqual([503, 'database-full']);
      isProblem(answer);
    }
    expect((await anna.get(`/api/mediation-requests/${number}`)).status).toBe(200);
    const [row] = await api.database.read<{ n: number }>('select count(*) as n from mediation_request');
    await pragma('max_page_count = 1000000');
    expect(row?.n).toBe(before + answers.length - full.length);
    expect(await verified()).toEqual([]);
    expect((await anna.register(anIkoRegistration())).status).toBe(201);
  });

  describe('a stored file that is damaged', () => {
    const damage = async (of: string, snapshot: string): Promise<string> => {
      const [row] = await api.database.read<{ snapshot: string }>(
        'select snapshot from mediation_request where number = ?',
        [of],
      );
      await api.database.commit({
        writes: [{ change: 'mediation_request', where: { number: of }, set: { snapshot } }],
      });
      return row?.snapshot ?? '';
    };

    it('is named with 503, and nobody else is kept waiting for it', async () => {
      const whole = await damage(number, '{"machineVersion":"1","val');
      const path = `/api/mediation-requests/${number}`;
      for (const answer of [
        await anna.get(path),
        await anna.tell(number, talk),
        await anna.get('/api/reports/annual/2026'),
      ]) {
        expect(refusal(answer)).toEqual([503, 'damaged-file']);
        expect(answer.body()['detail']).toEqual(expect.stringContaining(number));
      }
      const other = await anna.opens(aNikoRegistration());
      expect((await anna.tell(other, talk)).status).toBe(200);
      expect((await anna.get('/api/worklist')).status).toBe(200);
      expect(await verified()).toEqual([
        { request: number, why: expect.stringMatching(/another snapshot/) as unknown },
      ]);
      await damage(number, whole);
      expect((await anna.get(path)).status).toBe(200);
      expect((await anna.get('/api/reports/annual/2026')).status).toBe(200);
    });

    it.each(['{}', '[]', 'null', '{"facts":null}', '{"facts":{"number":"MB-2026-001"}}'])(
      'is named when its snapshot is %s, also by the annual report',
      async (snapshot) => {
        const whole = await damage(number, snapshot);
        for (const path of [`/api/mediation-requests/${number}`, '/api/reports/annual/2026']) {
          const answer = await anna.get(path);
          expect(refusal(answer)).toEqual([503, 'damaged-file']);
          expect(answer.body()['detail']).toEqual(expect.stringContaining(number));
        }
        await damage(number, whole);
      },
    );

    it('is named too when an event of its history was changed', async () => {
      const of = await anna.opens(aNikoRegistration());
      await anna.tellAll(of, [talk, { ...talk, parent: 'B' }]);
      const where = { request: of, position: 2 };
      for (const payload of ['{"parent":"X","outcome":"willing"}', '{', 'null', '{}']) {
        await api.database.commit({ writes: [{ change: 'request_event', where, set: { payload } }] });
        for (const part of ['/diagram', '/history']) {
          const answer = await anna.get(`/api/mediation-requests/${of}${part}`);
          expect(answer.status === 200 || answer.code === 'damaged-file').toBe(true);
        }
      }
      // It stands as it was decided; only how it came to that can no longer be told.
      expect((await anna.get(`/api/mediation-requests/${of}`)).status).toBe(200);
    });

    it('never ends as an unforeseen fault, whichever single character of it was changed', async () => {
      const of = await anna.opens(anIkoRegistration());
      const [row] = await api.database.read<{ snapshot: string }>(
        'select snapshot from mediation_request where number = ?',
        [of],
      );
      const whole = row?.snapshot ?? '';
      const chance = new SeededChance(7);
      const answers: Record<string, number> = {};
      for (let turn = 0; turn < 150; turn++) {
        const at = chance.below(whole.length);
        await damage(
          of,
          whole.slice(0, at) +
            chance.among([...'x7"{}[,:'].filter((one) => one !== whole[at])) +
            whole.slice(at + 1),
        );
        for (const answer of [
          await anna.get(`/api/mediation-requests/${of}`),
          await anna.tell(of, { type: 'request.closed' }),
          await anna.get('/api/reports/annual/2026'),
        ]) {
          const key = `${answer.status} ${answer.status === 200 ? '' : answer.code}`;
          answers[key] = (answers[key] ?? 0) + 1;
        }
        await damage(of, whole);
      }
      expect(Object.keys(answers).filter((key) => key.startsWith('500'))).toEqual([]);
      expect(answers['503 damaged-file']).toBeGreaterThan(50);
    });
  });
});
