import { plainDateOf } from '@bureau/kernel';
import { addMonths } from './months.rules';

describe('a term in months', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 3, '2026-06-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-05', -1, '2025-12-05'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2026-05-20', 0, '2026-05-20'],
  ])('from %s, %d on, ends on %s', (date, months, expected) => {
    expect(addMonths(plainDateOf(date), months)).toBe(expected);
  });
});
