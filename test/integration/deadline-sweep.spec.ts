import type { INestApplicationContext } from '@nestjs/common';
import { FixedClock, instantFromMillis, instantOf, millisOf } from '@bureau/kernel';
import { AdvanceRequest, type LaterEvent, RegisterRequest, VerifyRequests } from '@bureau/mediation';
import { Database } from '@bureau/platform';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { aNikoRegistration, anIkoRegistration, type Registration } from '../support/request.builder';
import { sweepOnce } from '../support/sweep';

interface Fired {
  readonly kind: string;
  readonly fired_at: number | null;
  readonly due_at: number;
  readonly state: string;
}

/** What runs from the registration of a case without abduction. */
const OF_A_NIKO = ['first-session', 'funding', 'information', 'information-talks', 'request-acknowledged'];

describeBureau('the sweep tells of every deadline that has passed', suite);

function suite({ open, place }: Bureaus): void {
  const clock = new FixedClock(instantOf('2026-03-02T11:00:00Z'));
  let bureau: INestApplicationContext;
  let second: INestApplicationContext;
  let database: Database;
  beforeAll(async () => {
    const url = place();
    bureau = await open(url, { clock });
    second = await open(url, { clock });
    database = bureau.get(Database);
  });
  beforeEach(async () => {
    // What earlier sentences left open is told of first, so that every sweep counts its own.
    clock.set(instantOf('2040-01-01T00:00:00Z'));
    await sweep();
    clock.set(instantOf('2026-03-02T11:00:00Z'));
  });

  const register = async (event: Registration): Promise<string> => {
    const opened = await bureau.get(RegisterRequest).execute({ event, actor: 'anna' });
    if (!opened.ok) throw new Error(opened.error.because);
    return opened.value.number;
  };
  const tell = async (number: string, event: LaterEvent): Promise<void> => {
    const told = await bureau.get(AdvanceRequest).execute({ number, event, actor: 'anna' });
    if (!told.ok) throw new Error(JSON.stringify(told.error));
  };
  const sweep = (process = bureau): Promise<number> => sweepOnce(process);
  const rows = (number: string): Promise<readonly Fired[]> =>
    database.read<Fired>(
      'select kind, fired_at, due_at, state from request_deadline where request = ? order by kind',
      [number],
    );
  const row = async (number: string, kind: string): Promise<Fired> => {
    const found = (await rows(number)).find((one) => one.kind === kind);
    if (!found) throw new Error(`${number} has no deadline ${kind}`);
    return found;
  };
  const firedKinds = async (number: string): Promise<string[]> =>
    (await rows(number)).flatMap(({ kind, fired_at: at }) => (at === null ? [] : [kind]));
  const goTo = (millis: number): number => {
    clock.set(instantFromMillis(millis));
    return millis;
  };

  it('not one millisecond early, at the very moment, and once', async () => {
    const number = await register(anIkoRegistration());
    const all = [...(await rows(number))]
      .filter(({ state }) => state === 'open')
      .sort((a, b) => a.due_at - b.due_at);
    expect(all.length).toBeGreaterThan(10);
    expect(instantFromMillis(all[0]?.due_at ?? 0)).toBe('2026-03-03T23:00:00.000Z');
    for (const dueAt of new Set(all.map(({ due_at: at }) => at))) {
      const before = await firedKinds(number);
      goTo(dueAt - 1);
      expect(await sweep()).toBe(0);
      expect(await firedKinds(number)).toEqual(before);
      const now = goTo(dueAt);
      expect(await sweep()).toBe(all.filter(({ due_at: at }) => at === dueAt).length);
      expect(await sweep()).toBe(0);
      for (const fired of await rows(number)) if (fired.due_at === dueAt) expect(fired.fired_at).toBe(now);
    }
    expect(await firedKinds(number)).toHaveLength(all.length);
    const waiting = await database.read(
      "select id from outbox where delivered_at is null and kind = 'deadline.due'",
    );
    expect(waiting).toEqual([]);
    expect((await bureau.get(VerifyRequests).execute()).failures).toEqual([]);
  });

  it('once when two processes sweep at the same moment, and leaves nothing over', async () => {
    const numbers = await Promise.all(Array.from({ length: 20 }, () => register(aNikoRegistration())));
    goTo(millisOf(instantOf('2026-05-01T00:00:00Z')));
    await Promise.all([sweep(bureau), sweep(second), sweep(bureau), sweep(second)]);
    for (const number of numbers) {
      const fired = await firedKinds(number);
      expect(fired).toEqual(OF_A_NIKO);
    }
    const twice = await database.read(
      'select id from outbox where delivered_at is not null and attempts <> 1',
    );
    expect(twice).toEqual([]);
    expect(await sweep(second)).toBe(0);
  });

  it('of one that was moved at its new date only', async () => {
    const number = await register(anIkoRegistration());
    const { due_at: first } = await row(number, 'court-result');
    await tell(number, {
      type: 'court.dates_changed',
      fullChamberHearingOn: '2026-04-09' as never,
      reason: 'the judge is ill',
    });
    const { due_at: later } = await row(number, 'court-result');
    expect(later).toBeGreaterThan(first);
    goTo(later - 1);
    await sweep();
    expect((await row(number, 'court-result')).fired_at).toBeNull();
    const now = goTo(later);
    await sweep();
    expect((await row(number, 'court-result')).fired_at).toBe(now);
  });

  it('again when a date that had passed is moved to another day', async () => {
    const number = await register(aNikoRegistration());
    goTo((await row(number, 'information-talks')).due_at);
    await sweep();
    expect(await firedKinds(number)).toContain('information-talks');
    await tell(number, {
      type: 'deadline.overridden',
      deadline: 'information-talks',
      dueOn: '2026-03-20' as never,
      reason: 'holiday',
    });
    const moved = await row(number, 'information-talks');
    expect(moved.fired_at).toBeNull();
    await sweep();
    expect((await row(number, 'information-talks')).fired_at).toBeNull();
    const now = goTo(moved.due_at);
    await sweep();
    expect((await row(number, 'information-talks')).fired_at).toBe(now);
  });

  it('not of one that is paused, and of a court’s date all the same', async () => {
    const number = await register(anIkoRegistration());
    await tell(number, { type: 'request.suspended', reason: 'a visa' });
    goTo(millisOf(instantOf('2026-06-01T00:00:00Z')));
    await sweep();
    expect((await row(number, 'information-talks')).state).toBe('paused');
    expect(await firedKinds(number)).toEqual(
      expect.arrayContaining(['court-result', 'court-status', 'curator-asked', 'return-decision-six-weeks']),
    );
    for (const kind of [
      'information-talks',
      'request-acknowledged',
      'hearing-result',
      'agreement-to-mediate',
    ])
      expect((await row(number, kind)).fired_at).toBeNull();
    await tell(number, { type: 'request.resumed', reason: 'the visa is there' });
    const { state, due_at: due } = await row(number, 'information-talks');
    expect(state).toBe('open');
    expect(due).toBeGreaterThan(millisOf(instantOf('2026-06-01T00:00:00Z')));
  });

  it('not of one that was met or dropped before it was due', async () => {
    const [met, dropped] = [await register(aNikoRegistration()), await register(aNikoRegistration())];
    for (const parent of ['A', 'B'] as const)
      await tell(met, { type: 'information_talk.held', parent, outcome: 'willing' });
    await tell(dropped, { type: 'request.withdrawn', reason: 'reconciled' });
    goTo((await row(met, 'information-talks')).due_at + 1000);
    await sweep();
    expect(await firedKinds(met)).toEqual([]);
    expect(await firedKinds(dropped)).toEqual([]);
  });

  it('of every one after the process was away for months', async () => {
    const numbers = await Promise.all(Array.from({ length: 90 }, () => register(aNikoRegistration())));
    goTo(millisOf(instantOf('2027-01-01T00:00:00Z')));
    expect(await sweep()).toBe(numbers.length * OF_A_NIKO.length);
    expect(await sweep()).toBe(0);
  });
}
