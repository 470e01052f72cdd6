import { Logbook } from './logbook';
import { StormClock } from './storm.clock';
import { Timeline } from './timeline';
import { type Aftermath, judge } from './verdict';

const quiet: Aftermath = {
  kills: 3,
  logbook: new Logbook(),
  evidence: { history: [], kept: [], deadlines: [], outbox: [], parties: [], damage: null },
  clock: new StormClock({ seed: 1, beganAt: 0 }),
  timeline: new Timeline(),
  patienceMs: 1_000,
  endedAt: 10_000,
  verified: null,
};
const broken = (aftermath: Aftermath) => judge(aftermath).violations;

describe('the verdict on a storm', () => {
  it('is not that all is well where nothing happened', () => {
    expect(broken(quiet)).toEqual([
      { promise: 'world', what: expect.stringContaining('3 kills, 0 events and 0 deadlines prove nothing') },
    ]);
  });

  it('names what verify found, what SQLite says of its file, and what nobody should have to see', () => {
    const logbook = new Logbook();
    logbook.oddities.push('GET /api/worklist answered 500');
    const evidence = { ...quiet.evidence, damage: 'row 7 missing from index' };
    const found = broken({ ...quiet, logbook, evidence, verified: 'MB-2026-001: another snapshot' });
    expect(found).toEqual(
      expect.arrayContaining([
        { promise: 'replay', what: 'row 7 missing from index' },
        { promise: 'replay', what: 'MB-2026-001: another snapshot' },
        { promise: 'world', what: 'GET /api/worklist answered 500' },
      ]),
    );
  });
});
