import { EVALUATION_ITEM_CODES } from '@bureau/correspondence';
import { rowsOf } from '../domain/report-table';
import { EVALUATION_TABLE } from './evaluation.table';

describe('what parents thought', () => {
  it('is, for every item, the share of fours and fives, with the number of answers', () => {
    const score = (value: number, answers: number) => ({ item: 'overall' as const, score: value, answers });
    const scores = [score(5, 3), score(4, 2), score(3, 2), score(1, 1)];
    const rows = rowsOf(EVALUATION_TABLE, { year: 2025, evaluations: { answered: 8, scores } });
    expect(rows).toHaveLength(1 + EVALUATION_ITEM_CODES.length);
    expect(rows.find(({ dimension }) => dimension === 'item=overall')).toMatchObject({
      metric: 'favourable_pct',
      value: 63,
      share: { rule: 'favourable-4-5', n: 8 },
    });
  });

  it('is not known when nobody answered', () => {
    const rows = rowsOf(EVALUATION_TABLE, { year: 2025, evaluations: { answered: 0, scores: [] } });
    expect(rows[0]).toMatchObject({ metric: 'answered', dimension: 'all', value: 0 });
    expect(rows.slice(1).every(({ value, share }) => value === null && share?.n === 0)).toBe(true);
  });
});
