import { yearNamedBy } from './evaluation';

it.each([
  ['MB-2025-014', 2025],
  ['MB-2031-1', 2031],
  ['2024.17', 2024],
  ['MB-25-014', null],
  ['MB-20250-014', null],
  ['IKO-0017', null],
])('the number %s names the year %s', (number, year) => {
  expect(yearNamedBy(number)).toBe(year);
});
