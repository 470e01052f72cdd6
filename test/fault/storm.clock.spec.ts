import { StormClock } from './storm.clock';

const HOUR = 3_600_000;

describe('the clock of a storm', () => {
  const clock = new StormClock({ seed: 7, beganAt: 1_000_000 });
  const shown = (since: number) => clock.shownAt(1_000_000 + since);

  it('shows the same in every process with the same seed, and something else with another', () => {
    const same = new StormClock({ seed: 7, beganAt: 1_000_000 });
    const other = new StormClock({ seed: 8, beganAt: 1_000_000 });
    const moments = Array.from({ length: 500 }, (_, index) => 1_000_000 + index * 997);
    expect(moments.map((at) => same.shownAt(at))).toEqual(moments.map((at) => clock.shownAt(at)));
    expect(moments.map((at) => other.shownAt(at))).not.toEqual(moments.map((at) => clock.shownAt(at)));
  });

  it('leaps forward, is set back, and crosses the night on which the clock goes forward', () => {
    const steps = Array.from({ length: 60_000 }, (_, millis) => shown(millis + 1) - shown(millis));
    expect(Math.max(...steps)).toBeGreaterThan(47 * HOUR);
    expect(Math.min(...steps)).toBeLessThan(-1);
    // 47 hours from midnight to midnight: the night of 29 March 2026 is an hour short.
    expect(steps.filter((step) => step > HOUR && step < 47.1 * HOUR)).toHaveLength(1);
  });

  it('says when it first showed a moment, whether it ran, leapt or was set back', () => {
    for (let since = 0; since < 60_000; since += 37) {
      const first = clock.firstShows(shown(since));
      expect(first).toBeLessThanOrEqual(1_000_000 + since);
      expect(clock.shownAt(first)).toBeGreaterThanOrEqual(shown(since));
      if (first > 1_000_000) expect(clock.shownAt(first - 1)).toBeLessThan(shown(since));
    }
    const skipped = shown(0) + 30 * HOUR;
    expect(clock.shownAt(clock.firstShows(skipped))).toBeGreaterThan(skipped);
    expect(clock.shownAt(clock.firstShows(skipped) - 1)).toBeLessThan(skipped);
  });
});
