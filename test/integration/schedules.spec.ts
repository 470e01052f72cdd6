import { Logger } from '@nestjs/common';
import { JobResults } from '@bureau/platform';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { MovedBureau } from '../support/moved.bureau';
import { aNikoRegistration } from '../support/request.builder';

/** A row as an old register would leave it, but without any history. */
const A_CASE = {
  number: '',
  opened_on: '2026-03-02',
  opened_year: 2026,
  opened_month: 3,
  closed_on: null,
  closing_reason: null,
  line: 2,
  code: 'prevention',
  caller_type: 'parent',
  caller_role: 'mother',
  handler: 'jurist1',
  children: '[]',
  child_count: 0,
  state: 'open',
  is_open: 1,
  sequence: 9,
  machine_version: '1',
  revision: 1,
  snapshot: '{}',
  audit_hash: '',
};

describeBureau('what comes back by the calendar', suite);

function suite({ place }: Bureaus): void {
  let bureau: MovedBureau;
  beforeEach(async () => {
    bureau = await MovedBureau.open(place(), '2026-03-02T12:00:00+01:00');
    await bureau.sweep();
  });
  afterEach(() => bureau.close());
  const results = (job: string) => bureau.results(job);

  it('comes once on its day, not a millisecond early, however many processes look', async () => {
    await bureau.at('2026-03-03T07:59:59.999');
    await bureau.race();
    expect(await results('digest.daily')).toEqual([]);
    await bureau.at('2026-03-03T08:00:00');
    await bureau.race();
    await bureau.at('2026-03-03T18:00:00');
    await bureau.race();
    expect(await results('digest.daily')).toEqual(['2026-03-03 done']);
    expect(await results('deadlines.chase')).toEqual(['2026-03-03 done']);
    expect(await results('verify.nightly')).toEqual(['2026-03-03 done']);
  });

  it('comes at the same time of the clock after both nights of the year on which that is changed', async () => {
    await bureau.at('2026-03-27T12:00:00');
    await bureau.at('2026-03-27T12:01:00');
    await bureau.at('2026-03-30T07:59:59.999+02:00');
    expect((await results('digest.daily')).at(-1)).toBe('2026-03-27 done');
    await bureau.at('2026-03-30T08:00:00+02:00');
    expect((await results('digest.daily')).at(-1)).toBe('2026-03-30 done');
    await bureau.at('2026-10-24T12:00:00+02:00');
    await bureau.at('2026-10-24T12:01:00+02:00');
    await bureau.at('2026-10-25T03:59:59.999+01:00');
    expect((await results('verify.nightly')).at(-1)).toBe('2026-10-24 done');
    await bureau.at('2026-10-25T04:00:00+01:00');
    expect((await results('verify.nightly')).at(-1)).toBe('2026-10-25 done');
  });

  it('comes once although the clock is set back an hour after it', async () => {
    await bureau.at('2026-03-03T08:00:00');
    await bureau.at('2026-03-03T07:10:00');
    await bureau.at('2026-03-03T08:00:00');
    await bureau.at('2026-03-03T08:10:00');
    expect(await results('digest.daily')).toEqual(['2026-03-03 done']);
  });

  it('comes although the outbox was lost, before its moment and after it', async () => {
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-02T12:01:00');
    await bureau.at('2026-03-03T08:00:00');
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-03T08:01:00');
    expect(await results('digest.daily')).toEqual(['2026-03-03 done']);
    // Lost in the minute between the last sweep and the moment itself.
    await bureau.loseTheOutbox();
    await bureau.at('2026-03-04T08:00:30');
    expect(await results('digest.daily')).toEqual(['2026-03-03 done', '2026-03-04 done']);
  });

  it('is made up for once after the machine was off for a fortnight', async () => {
    await bureau.at('2026-03-17T10:00:00');
    await bureau.at('2026-03-17T10:01:00');
    await bureau.at('2026-03-17T10:02:00');
    for (const job of ['digest.daily', 'deadlines.chase', 'verify.nightly'])
      expect(await results(job)).toEqual(['2026-03-03 missed', '2026-03-17 done']);
  });

  it('that is for a working day is not made up for at the weekend, and the nightly check is', async () => {
    await bureau.at('2026-03-03T10:00:00');
    await bureau.at('2026-03-07T10:00:00');
    await bureau.at('2026-03-07T10:01:00');
    expect(await results('digest.daily')).toEqual(['2026-03-03 done', '2026-03-04 missed']);
    expect(await results('verify.nightly')).toEqual([
      '2026-03-03 done',
      '2026-03-04 missed',
      '2026-03-07 done',
    ]);
    await bureau.at('2026-03-09T08:00:00');
    expect((await results('digest.daily')).at(-1)).toBe('2026-03-09 done');
  });

  it('counts on New Year what was open when the old year ended, whatever happened since', async () => {
    const [open, closed] = [
      await bureau.register(aNikoRegistration()),
      await bureau.register(aNikoRegistration()),
    ];
    await bureau.register(aNikoRegistration());
    await bureau.tell(
      closed,
      { type: 'request.not_started', reason: 'financial' },
      { type: 'request.closed' },
    );
    await bureau.at('2027-01-04T10:00:00');
    // One that is closed in the new year, and one that is new in it, change nothing about the old one.
    await bureau.tell(open, { type: 'request.not_started', reason: 'financial' }, { type: 'request.closed' });
    await bureau.register(aNikoRegistration());
    await bureau.sweep();
    const counted = await bureau.get(JobResults).of('carry-over.requests', 1);
    expect(counted?.[0]).toMatchObject({ day: '2027-01-01', detail: { year: 2026, open: 2 } });
  });

  it('counts in the new year, by line, the cases that ran when the old one ended', async () => {
    const opened = (sequence: number, line: number, opened_on: string, closed_on: string | null) => ({
      ...A_CASE,
      number: `2026-0000${sequence}`,
      sequence,
      line,
      opened_on,
      closed_on,
      closing_reason: closed_on && 'resolved',
      is_open: closed_on ? 0 : 1,
    });
    await bureau.database.commit({
      writes: [
        {
          insert: 'case_file',
          rows: [
            opened(1, 1, '2026-12-31', null),
            opened(2, 2, '2026-05-01', '2027-01-01'),
            opened(3, 2, '2026-05-01', '2026-12-31'),
            opened(4, 2, '2027-01-01', null),
            opened(5, 2, '2025-12-31', null),
          ],
        },
      ],
    });
    await bureau.at('2027-01-04T10:00:00');
    const counted = await bureau.get(JobResults).of('carry-over.cases', 1);
    expect(counted[0]).toMatchObject({ day: '2027-01-01', detail: { year: 2026, line1: 1, line2: 2 } });
  });

  it('finds at night the case whose snapshot was changed behind our back', async () => {
    const cries = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await bureau.database.commit({
      writes: [{ insert: 'case_file', rows: [{ ...A_CASE, number: '2026-00009' }] }],
    });
    await bureau.at('2026-03-03T04:30:00');
    const [found] = await bureau.get(JobResults).of('verify-cases.nightly', 1);
    expect(found).toMatchObject({ outcome: 'faults', detail: { checked: 1 } });
    expect(cries.mock.calls.flat().join()).toContain('2026-00009');
    cries.mockRestore();
  });

  it('keeps what the nightly check found, and cries it out in the log', async () => {
    const cries = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const number = await bureau.register(aNikoRegistration());
    await bureau.database.commit({
      writes: [{ change: 'mediation_request', where: { number }, set: { snapshot: '{}' } }],
    });
    await bureau.at('2026-03-03T04:00:00');
    const latest = await bureau.get(JobResults).latest();
    const found = latest.find(({ job }) => job === 'verify.nightly');
    expect(found).toMatchObject({ outcome: 'faults', detail: { checked: 1 } });
    expect(JSON.stringify(found)).toContain(number);
    expect(cries.mock.calls.flat().join()).toContain(`${number}: its history folded again`);
    cries.mockRestore();
  });
}
