import { describeApi, STAFF } from '../support/bureau.api';
import type { Api } from '../support/bureau.api';
import type { HttpAnswer } from '../support/http.visitor';
import { aNikoRegistration, anIkoRegistration, steps } from '../support/request.builder';
import { FULL_AGREEMENT } from '../support/whole.story';

const path = (number: string, part = ''): string => `/api/mediation-requests/${number}${part}`;
const said = ({ status, code }: HttpAnswer): unknown[] => [status, code];

/** Tells the story to its end; answers the day on which the request was closed. */
async function closes(api: Api): Promise<{ number: string; closedOn: string }> {
  api.on('2026-03-02');
  const number = await (await api.as('anna')).opens(anIkoRegistration());
  for (const [day, who, event] of FULL_AGREEMENT) {
    api.on(day);
    const answer = await (await api.as(who)).tell(number, event);
    if (answer.status !== 200) throw new Error(`${JSON.stringify(event)}: ${answer.summary}`);
  }
  const { closedOn } = await (await api.as('anna')).view<{ closedOn: string }>(number);
  return { number, closedOn };
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describeApi(
  'a mediator of a closed request',
  (api) => {
    let number = '';
    let closedOn = '';
    beforeAll(async () => void ({ number, closedOn } = await closes(api())));

    it('still sees it for thirty days', async () => {
      api().on(daysAfter(closedOn, 30));
      const mia = await api().as('mia');
      for (const part of ['', '/history', '/diagram'])
        expect((await mia.get(path(number, part))).status).toBe(200);
    });

    it('finds every door shut from the next day on, as before a request that does not exist', async () => {
      api().on(daysAfter(closedOn, 31));
      const mia = await api().as('mia');
      const event = steps.sessions[0] ?? {};
      for (const [shut, nothing] of [
        [mia.get(path(number)), mia.get(path('MB-2026-999'))],
        [mia.get(path(number, '/history')), mia.get(path('MB-2026-999', '/history'))],
        [mia.get(path(number, '/diagram')), mia.get(path('MB-2026-999', '/diagram'))],
        [mia.tell(number, event), mia.tell('MB-2026-999', event)],
      ] as const) {
        const [gone, unknown] = [await shut, await nothing];
        expect(said(gone)).toEqual([404, 'unknown-request']);
        expect(gone.text.replaceAll(number, 'NUMBER')).toBe(unknown.text.replaceAll('MB-2026-999', 'NUMBER'));
      }
      expect((await mia.get('/api/worklist')).body()).toMatchObject({ total: 0, items: [] });
    });

    it('is the only one: the coordinator sees it for ever', async () => {
      api().on(daysAfter(closedOn, 4000));
      expect((await (await api().as('anna')).get(path(number))).status).toBe(200);
      expect((await (await api().as('anna')).get(path(number, '/history'))).status).toBe(200);
    });

    it('still sees what is open, however long ago another one was closed', async () => {
      api().on(daysAfter(closedOn, 40));
      const open = await (await api().as('anna')).opens(aNikoRegistration());
      const anna = await api().as('anna');
      await anna.tellAll(open, [...steps.talks, ...steps.screenings, ...steps.signatures, ...steps.pair]);
      expect((await (await api().as('mia')).get(path(open))).status).toBe(200);
    });

    it('sees it again when it is reopened', async () => {
      api().on(daysAfter(closedOn, 60));
      const bas = await api().as('bas');
      const reopened = await bas.tell(number, { type: 'request.reopened', reason: 'a complaint came in' });
      expect(reopened.status).toBe(200);
      expect((await (await api().as('mia')).get(path(number))).status).toBe(200);
    });
  },
  { people: STAFF },
);
