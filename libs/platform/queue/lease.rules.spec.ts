import { leaseMillis } from './lease.rules';

describe('the lease of a job', () => {
  it('ends before the next sweep, so that a killed process makes nothing later than that', () => {
    for (const sweep of [2_000, 5_000, 10_000, 60_000])
      expect(leaseMillis(sweep)).toBeLessThanOrEqual(sweep / 2);
  });

  it('is long enough for work that takes a while, however often is swept', () => {
    expect(leaseMillis(50)).toBe(1_000);
    expect(leaseMillis(3_600_000)).toBe(30_000);
  });
});
