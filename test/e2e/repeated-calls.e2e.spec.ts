import { faultsOfProblem } from '../support/bad.calls';
import { describeApi } from '../support/bureau.api';
import type { HttpAnswer, Visitor } from '../support/http.visitor';
import { aNikoRegistration, anIkoRegistration } from '../support/request.builder';
import { rowCounts } from '../support/stored.state';

const talk = { type: 'information_talk.held', parent: 'A', outcome: 'willing' };
const refusal = ({ status, code }: HttpAnswer) => [status, code];
const times = <T>(n: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, index) => make(index)));

interface Entry {
  readonly position: number;
  readonly type: string;
}

describeApi('a call that is sent again', (api) => {
  let anna: Visitor;
  beforeAll(async () => {
    anna = await api().as('anna');
  });
  const historyOf = async (number: string): Promise<Entry[]> =>
    (await anna.get(`/api/mediation-requests/${number}/history`)).body<{ entries: Entry[] }>().entries;

  it('gets the same answer under the same key, also when the request has moved on, and is applied once', async () => {
    const number = await anna.opens(anIkoRegistration());
    const key = { 'idempotency-key': 'talk-of-A' };
    const first = await anna.tell(number, talk, key);
    expect(first.status).toBe(200);
    await anna.tell(number, { ...talk, parent: 'B' });
    const again = await anna.tell(number, talk, key);
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([200, first.text, '"2"']);
    // The same words in another order are the same message.
    const reordered = await anna.tell(number, { outcome: 'willing', parent: 'A', type: talk.type }, key);
    expect(reordered.text).toBe(first.text);
    expect((await historyOf(number)).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('is refused under the same key with another body, for another request, or as another kind of call', async () => {
    const [number, other] = [await anna.opens(anIkoRegistration()), await anna.opens(anIkoRegistration())];
    const key = { 'idempotency-key': 'one-message' };
    expect((await anna.tell(number, talk, key)).status).toBe(200);
    const before = await rowCounts(api().database);
    for (const answer of [
      await anna.tell(number, { ...talk, outcome: 'declined' }, key),
      await anna.tell(number, { ...talk, parent: 'B' }, key),
      await anna.tell(other, talk, key),
      await anna.register(anIkoRegistration(), key),
    ]) {
      expect(refusal(answer)).toEqual([422, 'idempotency-key-reused']);
      expect(faultsOfProblem(answer)).toEqual([]);
    }
    expect(await rowCounts(api().database)).toEqual(before);
    // The key of a colleague is another key.
    const bas = await api().as('bas');
    expect((await bas.tell(other, talk, key)).status).toBe(200);
  });

  it('does not use its key up when it was refused', async () => {
    const number = await anna.opens(aNikoRegistration());
    const key = { 'idempotency-key': 'closing' };
    expect((await anna.tell(number, { type: 'request.closed' }, key)).status).toBe(409);
    await anna.tell(number, { type: 'request.not_started', reason: 'financial' });
    expect((await anna.tell(number, { type: 'request.closed' }, key)).status).toBe(200);
  });

  it('is applied once when it comes twenty times at the same moment', async () => {
    const number = await anna.opens(anIkoRegistration());
    const answers = await times(20, () => anna.tell(number, talk, { 'idempotency-key': 'at-once' }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await historyOf(number)).map(({ type }) => type)).toEqual(['request.registered', talk.type]);
  });

  it('opens one request when a registration comes ten times at the same moment', async () => {
    const before = (await rowCounts(api().database))['mediation_request'] ?? 0;
    const answers = await times(10, () =>
      anna.register(aNikoRegistration(), { 'idempotency-key': 'one-family' }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await rowCounts(api().database))['mediation_request']).toBe(before + 1);
  });

  it('gives ten registrations at the same moment ten numbers in a row', async () => {
    const answers = await times(10, () => anna.register(aNikoRegistration()));
    const numbers = answers
      .map((answer) => Number(String(answer.body()['number']).slice(8)))
      .sort((a, b) => a - b);
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => first + index));
  });

  it('lets one of ten through who all looked at the same revision', async () => {
    const number = await anna.opens(anIkoRegistration());
    const answers = await times(10, () =>
      anna.tell(number, { type: 'information.received', parent: 'A' }, { 'if-match': '"1"' }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const stale = answers.filter(({ status }) => status !== 200);
    for (const answer of stale) {
      expect(refusal(answer)).toEqual([409, 'stale-revision']);
      expect(answer.body()['revision']).toBe(2);
    }
    expect(await historyOf(number)).toHaveLength(2);
    const fresh = await anna.tell(number, talk, { 'if-match': 'W/"2"' });
    expect(fresh.status).toBe(200);
  });
});
