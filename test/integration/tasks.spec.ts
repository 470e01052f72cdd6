import { Tasks, TickOffTask } from '@bureau/mediation';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { MovedBureau } from '../support/moved.bureau';
import { aNikoRegistration, anIkoRegistration, steps } from '../support/request.builder';

describeBureau('what a deadline asks of people', suite);

/** Registered on Monday 2 March at noon: confirmed by Tuesday, both talks by Wednesday. */
function suite({ place }: Bureaus): void {
  let bureau: MovedBureau;
  let number: string;
  beforeEach(async () => {
    bureau = await MovedBureau.open(place(), '2026-03-02T12:00:00+01:00');
    await bureau.sweep();
    number = await bureau.register(aNikoRegistration());
  });
  afterEach(() => bureau.close());
  const tasks = async (kind?: string): Promise<string[]> =>
    (await bureau.tasks(number)).filter((task) => kind === undefined || task.startsWith(`${kind} `));
  const shown = async (): Promise<string[]> =>
    (await bureau.get(Tasks).openIn([number])).map(({ kind, stage }) => `${kind} ${stage}`).sort();

  it('is reminded of on a working day at nine, not a moment before, and once', async () => {
    await bureau.at('2026-03-03T08:59:59.999');
    expect(await tasks()).toEqual([]);
    await bureau.at('2026-03-03T09:00:00');
    await bureau.race();
    expect(await tasks()).toEqual(['information-talks reminder', 'request-acknowledged reminder']);
    await bureau.at('2026-03-04T09:00:00');
    expect(await tasks('information-talks')).toEqual(['information-talks reminder']);
  });

  it('becomes overdue at midnight, and then there is one task of it and not two', async () => {
    await bureau.at('2026-03-03T09:00:00');
    await bureau.at('2026-03-03T23:59:59.999');
    expect(await shown()).toContain('request-acknowledged reminder');
    await bureau.at('2026-03-04T00:00:00');
    await bureau.race();
    expect(await tasks('request-acknowledged')).toEqual([
      'request-acknowledged overdue',
      'request-acknowledged reminder: overdue',
    ]);
    expect(await shown()).toEqual(['information-talks reminder', 'request-acknowledged overdue']);
  });

  it('is passed on to the senior coordinator on the second working day after, once', async () => {
    await bureau.at('2026-03-04T09:00:00');
    await bureau.at('2026-03-05T08:59:59.999');
    expect(await tasks('request-acknowledged')).not.toContain('request-acknowledged escalated');
    await bureau.at('2026-03-05T09:00:00');
    await bureau.race();
    await bureau.at('2026-03-06T09:00:00');
    expect(await tasks('request-acknowledged')).toEqual([
      'request-acknowledged escalated',
      'request-acknowledged overdue: escalated',
    ]);
    const [task] = await bureau.get(Tasks).openIn([number]);
    expect(task).toMatchObject({ kind: 'request-acknowledged', forRole: 'senior_coordinator' });
  });

  it('is nobody’s task any more in the moment in which it is met, and is cleared away in the morning', async () => {
    await bureau.at('2026-03-03T09:00:00');
    await bureau.tell(number, ...steps.talks);
    expect(await shown()).toEqual([]);
    await bureau.at('2026-03-04T09:00:00');
    expect(await tasks()).toEqual(['information-talks reminder: met', 'request-acknowledged reminder: met']);
  });

  it('moves with its date: what was asked before is gone, and is asked again at the new one', async () => {
    await bureau.at('2026-03-05T00:00:00');
    expect(await shown()).toContain('information-talks overdue');
    await bureau.tell(number, {
      type: 'deadline.overridden',
      deadline: 'information-talks',
      dueOn: '2026-03-12' as never,
      reason: 'the parents travel',
    });
    expect(await shown()).not.toContain('information-talks overdue');
    await bureau.at('2026-03-11T08:59:59.999');
    expect(await shown()).not.toContain('information-talks reminder');
    await bureau.at('2026-03-11T09:00:00');
    expect(await shown()).toContain('information-talks reminder');
    await bureau.at('2026-03-13T00:00:00');
    expect(await shown()).toContain('information-talks overdue');
  });

  it('that somebody has answered for is not passed on', async () => {
    await bureau.at('2026-03-04T00:00:00');
    const [task] = await bureau.get(Tasks).openIn([number]);
    if (!task) throw new Error('nothing is overdue');
    const ticked = { id: task.id, actor: 'anna', because: 'they phoned' };
    expect(await bureau.get(TickOffTask).execute(ticked)).toMatchObject({ ok: true });
    expect(await bureau.get(TickOffTask).execute(ticked)).toMatchObject({ ok: true });
    expect(await bureau.get(TickOffTask).execute({ ...ticked, actor: 'bas' })).toMatchObject({
      ok: false,
      error: { because: 'closed', done: { by: 'anna' } },
    });
    await bureau.at('2026-03-05T09:00:00');
    await bureau.at('2026-03-09T09:00:00');
    expect(await tasks('request-acknowledged')).toEqual(['request-acknowledged overdue: they phoned']);
  });

  it('waits while it is paused, and nobody is asked anything', async () => {
    await bureau.at('2026-03-03T09:00:00');
    await bureau.tell(number, { type: 'request.suspended', reason: 'a visa' });
    expect(await shown()).toEqual([]);
    await bureau.at('2026-03-20T09:00:00');
    expect(await shown()).toEqual([]);
  });

  it('is neither reminded of nor passed on at a weekend or on a holiday', async () => {
    // Due on Tuesday after Easter: reminded of on the Thursday before.
    await bureau.at('2026-03-16T12:00:00');
    const later = await bureau.register(aNikoRegistration());
    await bureau.tell(later, {
      type: 'deadline.overridden',
      deadline: 'funding',
      dueOn: '2026-04-07' as never,
      reason: 'holiday',
    });
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06']) {
      await bureau.at(`${day}T09:00:00+02:00`);
      await bureau.at(`${day}T20:00:00+02:00`);
      expect((await bureau.tasks(later)).some((task) => task === 'funding reminder')).toBe(
        day >= '2026-04-02',
      );
    }
    const opened = await bureau.database.read<{ opened_at: number }>(
      "SELECT opened_at FROM task WHERE kind = 'funding' AND stage = 'reminder' AND subject = ?",
      [later],
    );
    expect(new Date(opened[0]?.opened_at ?? 0).toISOString()).toBe('2026-04-02T07:00:00.000Z');
    // Overdue from Wednesday on, so passed on on Thursday: two working days after Tuesday.
    await bureau.at('2026-04-09T09:00:00+02:00');
    expect(await bureau.tasks(later)).toContain('funding escalated');
  });

  it('of which only is warned is recorded, and passed on to nobody', async () => {
    const abduction = await bureau.register(anIkoRegistration());
    await bureau.at('2026-04-14T00:00:00+02:00');
    await bureau.at('2026-06-01T09:00:00+02:00');
    const warned = (await bureau.tasks(abduction)).filter((task) => task.startsWith('return-decision'));
    expect(warned).toEqual(['return-decision-six-weeks overdue']);
  });

  it('is asked at every stage although outbox and tasks were lost, and never twice', async () => {
    await bureau.at('2026-03-03T09:00:00');
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-04T00:00:30');
    await bureau.race();
    expect(await tasks('request-acknowledged')).toContain('request-acknowledged overdue');
    await bureau.at('2026-03-04T09:00:00');
    await bureau.database.commit({ writes: [{ remove: 'task', rows: [{ subject: number }] }] });
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-05T09:00:30');
    await bureau.race();
    expect(await tasks('request-acknowledged')).toEqual([
      'request-acknowledged escalated',
      'request-acknowledged overdue: escalated',
    ]);
  });

  it('of an ended mediation is the evaluation: on its day to send it, ten and twenty-one days later to remind', async () => {
    await bureau.tell(number, { type: 'request.not_started', reason: 'financial' });
    await bureau.at('2026-03-04T09:00:00');
    await bureau.at('2026-03-05T09:00:00');
    expect(await shown()).toEqual(['evaluation-sent reminder']);
    for (const parent of ['A', 'B'] as const) await bureau.tell(number, { type: 'evaluation.sent', parent });
    expect(await shown()).toEqual([]);
    await bureau.at('2026-03-12T09:00:00');
    await bureau.at('2026-03-13T09:00:00');
    // Ten days after 5 March is a Sunday: nobody is reminded then.
    expect(await shown()).toEqual(['evaluation-reminder reminder']);
    await bureau.at('2026-03-26T09:00:00');
    expect(await shown()).toContain('evaluation-second-reminder reminder');
    expect((await bureau.tasks(number)).join()).not.toContain('escalated');
  });
}
