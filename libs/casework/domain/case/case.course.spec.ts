import { DUTCH_CALENDAR, localDate } from '@bureau/calendar';
import { instantOf, plainDateOf } from '@bureau/kernel';
import { followUpOf } from '../follow-up/follow-up.rules';
import { advanceCase, type CaseHistoryLine, type CaseSnapshot, foldCase, openCase } from './case.engine';
import type { CaseEventOf, FirstCaseEvent, LaterCaseEvent, Stamp } from './case.events';

const OPENED: CaseEventOf<'case.opened'> = {
  type: 'case.opened',
  line: 2,
  code: 'prevention',
  callerType: 'parent',
  callerRole: 'mother',
  handler: 'joris',
  openedOn: plainDateOf('2026-03-02'),
  people: [{ key: 'caller', role: 'caller' }],
};
const IMPORTED: CaseEventOf<'case.imported'> = {
  type: 'case.imported',
  line: 2,
  code: 'prevention',
  callerType: 'parent',
  callerRole: 'mother',
  handler: 'jurist1',
  openedOn: plainDateOf('2025-03-02'),
  closedOn: null,
  closingReason: null,
  takingPerson: 'father',
  contactSeeker: null,
  fromCountry: 'NL',
  toCountry: 'MA',
  children: [plainDateOf('2019-01-01')],
  conflictWith: null,
};

const stamp = (on: string): Stamp => {
  const at = instantOf(`${on}T10:00:00Z`);
  return { at, on: localDate(at, DUTCH_CALENDAR.zone), actor: 'joris' };
};
const call = (on: string, channel: 'phone' | 'email' = 'phone'): LaterCaseEvent => ({
  type: 'contact.recorded',
  at: `${on}T10:00:00Z`,
  on: plainDateOf(on),
  channel,
  nth: 1,
  callerType: 'parent',
  direction: null,
  minutes: null,
  language: null,
});

/** A case with its story, told day by day. */
class Story {
  private readonly lines: CaseHistoryLine[] = [];
  snapshot: CaseSnapshot;

  constructor(first: FirstCaseEvent = OPENED, on = '2026-03-02') {
    const opened = openCase('2026-00001', first, stamp(on), DUTCH_CALENDAR);
    if (!opened.ok) throw new Error(opened.error.reasons.map(({ code }) => code).join());
    this.snapshot = opened.value.next;
    this.lines.push({ event: first, stamp: stamp(on) });
  }
  then(on: string, event: LaterCaseEvent): this {
    const decided = advanceCase(this.snapshot, event, stamp(on), DUTCH_CALENDAR);
    if (!decided.ok) throw new Error(decided.error.reasons.map(({ code }) => code).join());
    this.snapshot = decided.value.next;
    this.lines.push({ event, stamp: stamp(on) });
    return this;
  }
  refuses(on: string, event: LaterCaseEvent): readonly string[] {
    const decided = advanceCase(this.snapshot, event, stamp(on), DUTCH_CALENDAR);
    return decided.ok ? [] : decided.error.reasons.map(({ code }) => code);
  }
  get followUp() {
    return followUpOf(this.snapshot.facts, DUTCH_CALENDAR);
  }
  get folded() {
    return [...foldCase('2026-00001', this.lines)].at(-1);
  }
}

describe('A case of the advice desk', () => {
  it('waits for a follow-up from its first talk on, and an e-mail is no talk', () => {
    const story = new Story().then('2026-03-02', call('2026-03-02', 'email'));
    expect([story.snapshot.state, story.followUp]).toEqual(['open', null]);
    story.then('2026-03-03', call('2026-03-03'));
    expect(story.snapshot.state).toBe('follow_up');
    expect(story.followUp).toMatchObject({ dueOn: '2026-03-17', plannedWithin: 14, state: 'open' });
  });

  it('has held its follow-up with the next talk on another day, in time or late', () => {
    const story = new Story().then('2026-03-03', call('2026-03-03')).then('2026-03-03', call('2026-03-03'));
    expect(story.followUp?.state).toBe('open');
    story.then('2026-04-01', call('2026-04-01'));
    expect(story.followUp).toMatchObject({ state: 'met', heldWithin: 29, plannedWithin: 14 });
  });

  it('drops the follow-up when it ends first, and plans no other when it is opened again', () => {
    const story = new Story()
      .then('2026-03-03', call('2026-03-03'))
      .then('2026-03-05', { type: 'case.closed', reason: 'resolved', closedOn: plainDateOf('2026-03-05') });
    expect([story.snapshot.state, story.followUp?.state]).toEqual(['closed', 'dropped']);
    story.then('2026-03-06', { type: 'case.reopened', reason: 'called again' });
    expect([story.snapshot.state, story.followUp?.state]).toEqual(['follow_up', 'dropped']);
  });

  it('plans no follow-up on line 1, nor for a case of an old register, whose talks nobody told us', () => {
    const line1 = new Story({ ...OPENED, line: 1, code: 'holiday_consent' }).then(
      '2026-03-03',
      call('2026-03-03'),
    );
    expect([line1.snapshot.state, line1.followUp]).toEqual(['open', null]);
    const old = new Story(IMPORTED).then('2026-03-03', call('2026-03-03'));
    expect([old.snapshot.state, old.followUp]).toEqual(['open', null]);
  });

  it('comes from an old register as it stood there', () => {
    const closed = { closedOn: plainDateOf('2025-04-01'), closingReason: 'handed_to_mediation' } as const;
    expect(new Story(IMPORTED).snapshot.state).toBe('open');
    expect(new Story({ ...IMPORTED, ...closed, closingReason: 'resolved' }).snapshot.state).toBe('closed');
    expect(new Story({ ...IMPORTED, ...closed }).snapshot.state).toBe('handed_over');
  });

  it('takes nothing but corrections once it is closed', () => {
    const story = new Story().then('2026-03-05', {
      type: 'case.closed',
      reason: 'duplicate',
      closedOn: plainDateOf('2026-03-05'),
    });
    expect(story.refuses('2026-03-06', call('2026-03-06'))).toEqual(['case-open']);
    expect(story.refuses('2026-03-06', { type: 'case.referred', partner: 'ind' })).toEqual(['case-open']);
    expect(story.refuses('2026-03-06', { type: 'case.revised', custody: 'joint' })).toEqual([]);
    expect(new Story().refuses('2026-03-06', { type: 'case.reopened', reason: 'why' })).toEqual([
      'case-closed',
    ]);
  });

  it('refuses what cannot have been', () => {
    const story = new Story();
    expect(story.refuses('2026-03-03', call('2026-03-04'))).toEqual(['not-in-future']);
    expect(story.refuses('2026-03-03', call('2026-03-01'))).toEqual(['not-before-opening']);
    expect(story.refuses('2026-03-01', call('2026-03-01'))).toContain('time-goes-forward');
    expect(story.refuses('2026-03-03', { type: 'case.revised' })).toEqual(['something-to-revise']);
    expect(story.refuses('2026-03-03', { type: 'case.revised', code: 'refuting_threat' })).toEqual([
      'code-of-line',
    ]);
    expect(story.refuses('2026-03-03', { type: 'case.deputed', deputy: 'joris' })).toEqual([
      'deputy-is-another',
    ]);
  });

  it('has no deputy left when somebody else takes it over', () => {
    const story = new Story()
      .then('2026-03-03', { type: 'case.deputed', deputy: 'jet' })
      .then('2026-03-04', { type: 'case.assigned', handler: 'kees' });
    expect(story.snapshot.facts).toMatchObject({ handler: 'kees', deputy: null });
  });

  it('is after every story what its history folds to, whatever rules came later', () => {
    const story = new Story(IMPORTED)
      .then('2026-03-03', call('2026-03-03'))
      .then('2026-03-04', { type: 'case.reimported', ...withoutType(IMPORTED), code: 'lawful_removal' })
      .then('2026-03-05', { type: 'case.referred', partner: 'kmar' });
    expect(JSON.stringify(story.folded)).toBe(JSON.stringify(story.snapshot));
    expect(() => [...foldCase('x', [{ event: call('2026-03-03'), stamp: stamp('2026-03-03') }])]).toThrow(
      'does not begin',
    );
  });
});

const withoutType = ({ type: _, ...rest }: typeof IMPORTED) => rest;
