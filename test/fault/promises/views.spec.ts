import type { View } from '../logbook';
import { forbiddenViews } from './views';

const view = (sentAt: number, shown: readonly string[], refusal = ''): View => ({
  person: 'm-mia',
  door: '/api/mediation-requests/MB-2026-001',
  sentAt,
  gotAt: sentAt + 10,
  status: refusal ? 404 : 200,
  shown,
  refusal,
});
const party = (seenAt: number, request: string, gone = 0) => ({
  line: seenAt,
  seen_at: seenAt,
  gone,
  request,
  person: 'm-mia',
});

describe('nobody is shown a request that is not theirs', () => {
  it('is kept while the mediator is a party to it', () => {
    const parties = [party(100, 'MB-2026-001'), party(900, 'MB-2026-001', 1)];
    expect(forbiddenViews([view(500, ['MB-2026-001']), view(300, [])], parties)).toEqual([]);
  });

  it('is broken by a request of others, and by their own before and after their time', () => {
    const parties = [party(1_000, 'MB-2026-001'), party(2_000, 'MB-2026-001', 1)];
    const seen = [view(1_500, ['MB-2026-002']), view(100, ['MB-2026-001']), view(3_000, ['MB-2026-001'])];
    expect(forbiddenViews(seen, parties).map(({ what }) => what)).toEqual([
      'm-mia was shown MB-2026-002 at /api/mediation-requests/MB-2026-001',
      'm-mia was shown MB-2026-001 at /api/mediation-requests/MB-2026-001',
      'm-mia was shown MB-2026-001 at /api/mediation-requests/MB-2026-001',
    ]);
  });

  it('is broken by a refusal that tells a hidden request from none', () => {
    const refusals = [view(1, [], 'there is none'), view(2, [], 'you may not see it')];
    expect(forbiddenViews(refusals, [])).toHaveLength(1);
    expect(forbiddenViews([view(1, [], 'unknown'), view(2, [], 'unknown')], [])).toEqual([]);
  });
});
