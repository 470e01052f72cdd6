import { VerifyRequests } from '@bureau/mediation';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { MovedBureau } from '../support/moved.bureau';
import { aNikoRegistration, steps } from '../support/request.builder';

describeBureau('an offer to a pair of mediators', suite);

const [PROPOSED, FIRST, SECOND] = steps.pair;
const NO_ANSWER = 'mediators-no-answer overdue';

function suite({ place }: Bureaus): void {
  let bureau: MovedBureau;
  let number: string;
  /** Asked on Friday at four in the afternoon: the time to answer ends on Monday at noon. */
  beforeEach(async () => {
    bureau = await MovedBureau.open(place(), '2026-03-06T16:00:00+01:00');
    number = await bureau.register(aNikoRegistration());
    await bureau.tell(number, ...steps.talks, ...steps.screenings, ...steps.signatures, PROPOSED);
    await bureau.sweep();
  });
  afterEach(() => bureau.close());
  const asked = async (): Promise<string[]> =>
    (await bureau.tasks(number)).filter((task) => task.startsWith('mediators-no-answer'));

  it('lapses after four hours of the office, not a moment before, and once', async () => {
    await bureau.at('2026-03-09T11:59:59.999');
    await bureau.race();
    expect(await asked()).toEqual([]);
    await bureau.at('2026-03-09T12:00:00');
    await bureau.race();
    await bureau.at('2026-03-09T13:00:00');
    expect(await asked()).toEqual([NO_ANSWER]);
    const [task] = await bureau.database.read<{ detail: string; for_role: string }>(
      "SELECT detail, for_role FROM task WHERE kind = 'mediators-no-answer'",
    );
    expect(task?.for_role).toBe('coordinator');
    expect(JSON.parse(task?.detail ?? '{}')).toEqual({
      mediators: ['m01', 'm02'],
      lapsedAt: '2026-03-09T11:00:00.000Z',
    });
  });

  it('names only who has not answered', async () => {
    await bureau.tell(number, FIRST);
    await bureau.at('2026-03-09T12:00:00');
    const [task] = await bureau.database.read<{ detail: string }>(
      "SELECT detail FROM task WHERE kind = 'mediators-no-answer'",
    );
    expect(task?.detail).toContain('"mediators":["m02"]');
  });

  it('that was accepted by both asks nothing of anybody', async () => {
    await bureau.tell(number, FIRST, SECOND);
    await bureau.at('2026-03-09T12:00:00');
    expect(await asked()).toEqual([]);
  });

  it('that is answered late still counts, and the task is gone with it', async () => {
    await bureau.at('2026-03-09T12:00:00');
    await bureau.tell(number, FIRST);
    expect(await asked()).toEqual([NO_ANSWER]);
    await bureau.tell(number, SECOND);
    expect(await asked()).toEqual(['mediators-no-answer overdue: mediators.accepted']);
  });

  it('to the next pair has its own time to answer', async () => {
    await bureau.at('2026-03-09T12:00:00');
    await bureau.tell(number, { type: 'mediators.declined', mediator: 'm02' });
    await bureau.tell(number, { type: 'mediators.proposed', mediators: ['m03', 'm04'] });
    await bureau.at('2026-03-09T15:59:59.999');
    expect(await asked()).toEqual(['mediators-no-answer overdue: mediators.declined']);
    await bureau.at('2026-03-09T16:00:00');
    expect((await asked()).sort()).toEqual([NO_ANSWER, 'mediators-no-answer overdue: mediators.declined']);
  });

  it('lapses although the outbox was lost', async () => {
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-09T09:00:00');
    await bureau.at('2026-03-09T09:01:00');
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-09T12:00:00');
    await bureau.at('2026-03-09T12:01:00');
    await bureau.at('2026-03-09T12:02:00');
    expect(await asked()).toEqual([NO_ANSWER]);
    const waiting = await bureau.database.read(
      "SELECT id FROM outbox WHERE kind = 'offer.lapse' AND delivered_at IS NULL",
    );
    expect(waiting).toEqual([]);
    expect((await bureau.get(VerifyRequests).execute())?.failures).toEqual([]);
  });
}
