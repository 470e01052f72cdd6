import { AdvanceCase, ImportCases, OpenCase, RecordContact, VerifyCases } from '@bureau/casework';
import { FixedClock, instantOf } from '@bureau/kernel';
import { Database, DueJobs, type Row } from '@bureau/platform';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { count } from '../support/tally.rows';

describeBureau('a follow-up of the advice desk', suite);

const PHONE = { channel: 'phone', direction: null, minutes: 20, language: null, summary: null } as const;
const CASE = {
  line: 2,
  code: 'prevention',
  callerType: 'parent',
  callerRole: 'mother',
  handler: 'joris',
} as const;

function suite({ open, place }: Bureaus): void {
  const desk = async () => {
    const clock = new FixedClock(instantOf('2026-03-02T11:00:00Z'));
    const bureau = await open(place(), { clock });
    const opened = await bureau.get(OpenCase).execute({ opened: CASE, people: [], actor: 'joris' });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { number } = opened.value;
    const database = bureau.get(Database);
    const talk = () => bureau.get(RecordContact).execute(PHONE, { number, actor: 'joris' });
    const sweep = () => bureau.get(DueJobs).execute();
    const tasks = () =>
      database.read(
        'SELECT for_person, due_on, done_because FROM task WHERE subject = ? ORDER BY opened_at, id',
        [number],
      );
    const verify = async () => (await bureau.get(VerifyCases).execute()).failures.map(({ why }) => why);
    return { bureau, clock, database, number, talk, sweep, tasks, verify };
  };

  it('that nobody held becomes a task of the handler, once and not before the day is over', async () => {
    const { clock, talk, sweep, tasks, verify } = await desk();
    await talk();
    clock.set(instantOf('2026-03-16T22:59:59Z'));
    await sweep();
    expect(await tasks()).toEqual([]);
    clock.set(instantOf('2026-03-16T23:00:00Z'));
    await sweep();
    await sweep();
    expect(await tasks()).toEqual([{ for_person: 'joris', due_on: '2026-03-16', done_because: null }]);
    expect(await verify()).toEqual([]);
    clock.set(instantOf('2026-03-20T11:00:00Z'));
    await talk();
    expect(await tasks()).toEqual([{ for_person: 'joris', due_on: '2026-03-16', done_because: 'met' }]);
  });

  it('that was held in time, or moved, wakes nobody on the old day', async () => {
    const { bureau, clock, number, talk, sweep, tasks } = await desk();
    await talk();
    const dueOn = '2026-03-30' as never;
    const event = { type: 'follow_up.moved', dueOn, reason: 'abroad' } as const;
    await bureau.get(AdvanceCase).execute({ number, actor: 'joris', what: { event } });
    clock.set(instantOf('2026-03-20T11:00:00Z'));
    await sweep();
    expect(await tasks()).toEqual([]);
    await talk();
    clock.set(instantOf('2026-05-01T11:00:00Z'));
    await sweep();
    expect(await tasks()).toEqual([]);
  });

  it('is woken although its wake-up is gone, and verify names it until then', async () => {
    const { clock, database, number, talk, sweep, tasks, verify } = await desk();
    await talk();
    await database.commit({ writes: [{ remove: 'outbox', rows: [{ subject: number }] }] });
    clock.set(instantOf('2026-03-18T11:00:00Z'));
    expect(await verify()).toEqual(['its follow-up is due, has not fired and nothing will wake it']);
    await sweep();
    expect(await tasks()).toHaveLength(1);
  });

  it.each([
    ['its snapshot', 'case_file', { snapshot: '{}' }],
    ['a column beside it', 'case_file', { handler: 'somebody' }],
    ['a line of its history', 'case_event', { payload: '{}' }],
    ['its follow-up', 'case_deadline', { detail: '{}' }],
  ])('cannot be had by changing %s behind our back: verify names the case', async (_, table, set) => {
    const { database, number, talk, verify } = await desk();
    await talk();
    expect(await verify()).toEqual([]);
    const key: Row = table === 'case_file' ? { number } : { case_number: number };
    await database.commit({ writes: [{ change: table, where: key, set }] });
    expect((await verify()).length).toBeGreaterThan(0);
  });

  it('and the whole of an imported register is verified too', async () => {
    const { bureau, database, verify } = await desk();
    const row = (n: number) =>
      `2025-${String(n).padStart(5, '0')},2025-01-06,2025-01-06,resolved,1,holiday_consent,parent,mother,student1,,,,,,`;
    const header =
      'case_number,opened_on,closed_on,closing_reason,line,code,caller_type,caller_role,handler,taking_person,contact_seeker,from_country,to_country,children,conflict_with';
    const text = [header, ...Array.from({ length: 600 }, (_, n) => row(n + 1))].join('\n');
    expect(await bureau.get(ImportCases).execute(() => text)).toMatchObject({ ok: true });
    expect(await count(database, 'case_file')).toBe(601);
    expect(await verify()).toEqual([]);
  });
}
