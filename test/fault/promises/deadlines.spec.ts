import { Timeline } from '../timeline';
import { deadlineFaults, type DeadlineWrite, jobFaults, type OutboxWrite } from './deadlines';

/** A bureau whose clock is that of the world, where somebody is at work all the time. */
const clock = { firstShows: (moment: number) => moment };
const PATIENCE = 100;

const atWork = (): Timeline => {
  const timeline = new Timeline();
  timeline.atWork('worker 1', 0);
  return timeline;
};

let line = 0;
const write = (seenAt: number, change: Partial<DeadlineWrite> = {}): DeadlineWrite => ({
  line: ++line,
  seen_at: seenAt,
  request: 'MB-1',
  kind: 'first-session',
  revision: 1,
  state: 'open',
  due_at: 1_000,
  fired_at: null,
  ...change,
});

const faults = (writes: readonly DeadlineWrite[], timeline = atWork(), endedAt = 5_000) =>
  deadlineFaults({ writes, clock, timeline, patienceMs: PATIENCE, endedAt });
const words = (...given: Parameters<typeof faults>) => faults(...given).violations.map(({ what }) => what);

describe('each deadline is told of once, never early, at most one sweep late', () => {
  it('is kept by one that was told of soon after its moment', () => {
    const found = faults([write(10), write(1_040, { fired_at: 1_020 })]);
    expect(found).toEqual({ violations: [], fired: 1, lateness: [40] });
  });

  it('is kept by those that were met, moved or paused before their moment', () => {
    const moved = [write(10), write(500, { revision: 2, due_at: 9_000 })];
    expect(words(moved)).toEqual([]);
    expect(words([write(10), write(500, { revision: 2, state: 'met' })])).toEqual([]);
    expect(words([write(10, { state: 'paused' })])).toEqual([]);
  });

  it('is broken by one that nobody was ever told of', () => {
    expect(words([write(10)])).toEqual([
      expect.stringMatching(
        /^first-session of MB-1 \(revision 1, due .*\): 3900 ms late, and never told of$/,
      ),
    ]);
  });

  it('is broken by one that was told of too late, or met only after it should have been told of', () => {
    expect(words([write(10), write(1_101, { fired_at: 1_101 })])).toEqual([
      expect.stringMatching(/: 1 ms late$/),
    ]);
    expect(words([write(10), write(1_200, { revision: 2, state: 'met' })])).toHaveLength(1);
  });

  it('is broken by one that was told of early, by the clock that told or by the clock of the world', () => {
    expect(words([write(10), write(1_010, { fired_at: 999 })])).toEqual([
      expect.stringContaining('1 ms early'),
    ]);
    expect(words([write(10), write(900, { fired_at: 1_001 })])).toEqual([expect.stringContaining('early')]);
  });

  it('is broken by one that was told of twice, and by one told of while it did not run', () => {
    const told = (at: number) => write(at, { fired_at: at });
    expect(words([write(10), told(1_010), write(1_020), told(1_030)])).toEqual([
      expect.stringContaining('told of twice'),
    ]);
    expect(words([write(10, { state: 'paused' }), told(1_010)])).toEqual([
      expect.stringContaining('told of while it was paused'),
    ]);
  });

  it('blames nobody while there was nobody to do it, and somebody as soon as there was', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 0);
    timeline.goneFromWork('worker 1', 1_050);
    timeline.atWork('worker 1', 2_000);
    expect(words([write(10), write(2_090, { fired_at: 2_090 })], timeline)).toEqual([]);
    expect(words([write(10), write(2_110, { fired_at: 2_110 })], timeline)).toHaveLength(1);
  });
});

describe('jobs of every kind', () => {
  const job = (seenAt: number, deliveredAt: number | null, availableAt = 1_000): OutboxWrite => ({
    line: ++line,
    seen_at: seenAt,
    id: 'job-1',
    kind: 'evaluation.asked',
    available_at: availableAt,
    delivered_at: deliveredAt,
  });

  it('are counted by kind when they were done once, at their moment', () => {
    const { violations, done } = jobFaults([job(10, null), job(1_000, null), job(1_001, 1_001)], clock);
    expect(violations).toEqual([]);
    expect([...done]).toEqual([['evaluation.asked', 1]]);
  });

  it('are named when they were done twice, or before their moment', () => {
    const twice = [job(10, null), job(1_001, 1_001), job(1_002, null), job(1_003, 1_003)];
    expect(jobFaults(twice, clock).violations[0]?.what).toBe('evaluation.asked job-1 was done twice');
    expect(jobFaults([job(10, null), job(900, 900)], clock).violations[0]?.what).toContain(
      'before its moment',
    );
  });
});
