import { horizonMillis, leaseMillis } from './sweep.rules';

const SWEEPS = [50, 2_000, 5_000, 60_000, 3_600_000];

describe('the lease of a job', () => {
  it('ends before the next sweep, so that a killed process makes nothing later than that', () => {
    for (const sweep of SWEEPS.filter((millis) => millis >= 2_000))
      expect(leaseMillis(sweep)).toBeLessThanOrEqual(sweep / 2);
  });

  it('is long enough for work that takes a while, however often is swept', () => {
    expect(leaseMillis(50)).toBe(1_000);
    expect(leaseMillis(3_600_000)).toBe(30_000);
  });
});

describe('the horizon of a sweep', () => {
  it('reaches beyond the next sweep, so that no row comes to its moment without having been offered', () => {
    for (const sweep of SWEEPS) expect(horizonMillis(sweep)).toBeGreaterThanOrEqual(2 * sweep);
  });
});
