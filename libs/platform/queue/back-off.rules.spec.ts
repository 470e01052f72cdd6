import { restMillis } from './back-off.rules';

const TERMS = { attempts: 4, backoffMillis: 1_000 };
const SLOWLY = 15 * 60_000;

it('rests longer after each failure, and goes on slowly once a job is given up', () => {
  expect([1, 2, 3, 4, 5, 90].map((attempt) => restMillis(TERMS, attempt))).toEqual([
    1_000,
    2_000,
    4_000,
    SLOWLY,
    SLOWLY,
    SLOWLY,
  ]);
});

it('never rests longer than that, however often it doubles', () => {
  expect(restMillis({ attempts: 100, backoffMillis: 1_000 }, 60)).toBe(SLOWLY);
});
