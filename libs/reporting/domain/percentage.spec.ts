import { percentage } from './percentage';

it.each([
  [1, 16, 1, 6.3],
  [4, 27, 1, 14.8],
  [3, 11, 1, 27.3],
  [1, 4, 1, 25],
  [0, 7, 1, 0],
  [-1305, 10829, 0, -12],
  [-1, 200, 0, -1],
  [1, 200, 0, 1],
  [-1, 1000, 0, 0],
])('%d of %d is, to %d decimals, %d per cent', (part, whole, decimals, expected) => {
  expect(percentage(part, whole, decimals)).toBe(expected);
});

it('is not known of nothing', () => {
  expect(percentage(0, 0, 1)).toBeNull();
});
