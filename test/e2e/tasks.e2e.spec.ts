import { MakeSenior } from '@bureau/access';
import { DueJobs, openTasks } from '@bureau/platform';
import { instantOf, plainDateOf } from '@bureau/kernel';
import { describeApi } from '../support/bureau.api';
import type { HttpAnswer } from '../support/http.visitor';
import { aNikoRegistration, steps } from '../support/request.builder';

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly stage: string;
  readonly forRole: string;
  readonly due: string | null;
}
interface Line {
  readonly subject: string;
  readonly kind: string;
  readonly stage: string;
}

const refusal = ({ status, code }: HttpAnswer) => [status, code];

describeApi('what waits for whom, over HTTP', (api) => {
  let number = '';
  const sweep = async (moment: string): Promise<void> => {
    api().on(moment);
    await api().app.get(DueJobs, { strict: false }).execute();
  };
  const tasksOf = async (username: string): Promise<readonly Task[]> => {
    const worklist = await (await api().as(username)).get('/api/worklist');
    const { items } = worklist.body<{ items: readonly { number: string; tasks: readonly Task[] }[] }>();
    return items.find((item) => item.number === number)?.tasks ?? [];
  };
  const stages = async (username: string): Promise<string[]> =>
    (await tasksOf(username)).map(({ kind, stage }) => `${kind} ${stage}`).sort();
  const digestOf = async (username: string, query = '') => {
    const answer = await (await api().as(username)).get(`/api/digest${query}`);
    expect(answer.status).toBe(200);
    return answer.body<{ on: string | null; nobodyIsSenior: boolean | null; lines: readonly Line[] }>();
  };

  beforeAll(async () => {
    await sweep('2026-03-02T12:00:00+01:00');
    const anna = await api().as('anna');
    number = await anna.opens(aNikoRegistration());
    await anna.tellAll(number, [
      ...steps.talks,
      ...steps.screenings,
      ...steps.signatures,
      ...steps.pair,
      ...steps.funding,
      ...steps.papers,
    ]);
    // What is left: the first session, by 16 March; reminded of three working days before.
    await sweep('2026-03-11T09:00:00+01:00');
    await sweep('2026-03-11T09:01:00+01:00');
  });

  it('shows a task in the worklist of who leads and of who must act, and of nobody else', async () => {
    for (const username of ['anna', 'bas', 'mia'])
      expect(await stages(username)).toEqual(['first-session reminder']);
    expect(await stages('max')).toEqual([]);
    const [task] = await tasksOf('mia');
    expect(task).toMatchObject({ label: 'First session', forRole: 'mediator', due: '2026-03-16' });
  });

  it('lets nobody tick off what they may not see, and does not tell whether it is there', async () => {
    const [task] = await tasksOf('anna');
    const path = `/api/tasks/${task?.id}/done`;
    const body = { reason: 'planned by phone' };
    for (const username of ['max', 'kim', 'joris', 'sam']) {
      const someone = await api().as(username);
      expect(refusal(await someone.post(path, body))).toEqual([404, 'unknown-task']);
      expect(refusal(await someone.post('/api/tasks/none/done', body))).toEqual([404, 'unknown-task']);
    }
    expect(refusal(await (await api().as('dina')).post(path, body))).toEqual([403, 'not-your-role']);
    expect((await api().stranger.post(path, body)).status).toBe(401);
    expect(await stages('anna')).toEqual(['first-session reminder']);
  });

  it('wants a reason, and nothing else', async () => {
    const anna = await api().as('anna');
    const [task] = await tasksOf('anna');
    for (const body of [{}, { reason: '' }, { reason: 'x', by: 'bas' }, { reason: 'x'.repeat(501) }, []])
      expect(refusal(await anna.post(`/api/tasks/${task?.id}/done`, body))).toEqual([400, 'malformed']);
    expect(refusal(await anna.post('/api/tasks/%20/done', { reason: 'x' }))).toEqual([400, 'malformed']);
  });

  it('is ticked off once; told again in the same words it is the same, and another learns who was first', async () => {
    const [task] = await tasksOf('mia');
    const path = `/api/tasks/${task?.id}/done`;
    const mia = await api().as('mia');
    const done = await mia.post(path, { reason: 'the parents have chosen a day' });
    expect(done.status).toBe(200);
    expect(done.body()).toMatchObject({ done: { by: 'mia', because: 'the parents have chosen a day' } });
    expect((await mia.post(path, { reason: 'the parents have chosen a day' })).status).toBe(200);
    const anna = await (await api().as('anna')).post(path, { reason: 'I did' });
    expect(refusal(anna)).toEqual([409, 'task-closed']);
    expect(anna.body()).toMatchObject({ done: { by: 'mia' } });
    for (const username of ['anna', 'mia']) expect(await stages(username)).toEqual([]);
  });

  it('comes back when the day has passed, and goes to the senior when nothing happens', async () => {
    await sweep('2026-03-17T00:00:00+01:00');
    expect(await stages('anna')).toEqual(['first-session overdue']);
    await sweep('2026-03-17T09:00:00+01:00');
    await sweep('2026-03-17T09:01:00+01:00');
    expect(await stages('anna')).toEqual(['first-session escalated']);
    expect(await stages('mia')).toEqual([]);
  });

  it('stands in the digest of the morning: own lines only, numbers and days and no names', async () => {
    await sweep('2026-03-18T07:59:59.999+01:00');
    const before = await digestOf('anna');
    expect(before.on).not.toBe('2026-03-18');
    await sweep('2026-03-18T08:00:00+01:00');
    const anna = await digestOf('anna');
    expect(anna).toMatchObject({ on: '2026-03-18', nobodyIsSenior: true });
    expect(anna.lines).toContainEqual(
      expect.objectContaining({
        subject: number,
        kind: 'first-session',
        stage: 'escalated',
        due: '2026-03-16',
      }),
    );
    expect((await digestOf('mia')).lines).toHaveLength(1);
    expect((await digestOf('max')).lines).toEqual([]);
    expect((await digestOf('bas')).lines).toHaveLength(1);
    const stored = await api().database.read<{ content: string }>(
      "SELECT content FROM digest WHERE username = 'anna'",
    );
    for (const { content } of stored)
      for (const line of (JSON.parse(content) as { lines: object[] }).lines)
        expect(Object.keys(line).sort()).toEqual(['dueOn', 'kind', 'stage', 'subject']);
  });

  it('is made once for each person and day, of those who have a desk here', async () => {
    await sweep('2026-03-18T08:10:00+01:00');
    const rows = await api().database.read<{ username: string }>(
      "SELECT username FROM digest WHERE on_day = '2026-03-18' ORDER BY username",
    );
    expect(rows.map(({ username }) => username)).toEqual([
      'anna',
      'bas',
      'joris',
      'kim',
      'max',
      'mia',
      'sam',
    ]);
  });

  it('tells the senior alone once there is one, and keeps the digests of earlier days', async () => {
    await api().app.get(MakeSenior, { strict: false }).execute('bas', true, null);
    await sweep('2026-03-19T08:00:00+01:00');
    await sweep('2026-03-19T08:01:00+01:00');
    expect(await digestOf('bas')).toMatchObject({
      on: '2026-03-19',
      nobodyIsSenior: false,
      lines: [{ kind: 'first-session' }],
    });
    expect((await digestOf('anna', '?on=2026-03-18')).on).toBe('2026-03-18');
    expect(await digestOf('anna', '?on=2026-03-15')).toMatchObject({ on: '2026-03-15', lines: [] });
    expect(refusal(await (await api().as('anna')).get('/api/digest?on=yesterday'))).toEqual([
      400,
      'malformed',
    ]);
    expect(refusal(await (await api().as('anna')).get('/api/digest?username=bas'))).toEqual([
      400,
      'malformed',
    ]);
    expect(refusal(await (await api().as('adam')).get('/api/digest'))).toEqual([403, 'not-your-role']);
  });

  it('of the advice desk is seen and ticked off by the one it is for, not by who leads mediations', async () => {
    const task = {
      id: 'case-1-follow-up',
      subject: 'L2-2026-0001',
      kind: 'case-follow-up',
      stage: 'reminder' as const,
      forRole: 'jurist',
      forPerson: 'joris',
      dueOn: plainDateOf('2026-03-20'),
    };
    await api().database.commit({ writes: [openTasks([task], instantOf('2026-03-19T08:00:00Z'))] });
    const path = '/api/tasks/case-1-follow-up/done';
    for (const username of ['anna', 'bas', 'sam', 'mia'])
      expect(refusal(await (await api().as(username)).post(path, { reason: 'x' }))).toEqual([
        404,
        'unknown-task',
      ]);
    await sweep('2026-03-20T08:00:00+01:00');
    await sweep('2026-03-20T08:01:00+01:00');
    expect((await digestOf('joris')).lines).toMatchObject([
      { subject: 'L2-2026-0001', kind: 'case-follow-up' },
    ]);
    expect((await digestOf('anna')).lines.map(({ subject }) => subject)).not.toContain('L2-2026-0001');
    expect((await (await api().as('joris')).post(path, { reason: 'called back' })).status).toBe(200);
  });
});
