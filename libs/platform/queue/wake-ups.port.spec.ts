import { wakeUpKey } from './wake-ups.port';

it('names a wake-up in characters that BullMQ allows, and differently for each try and each moment', () => {
  expect(wakeUpKey({ id: 'dl-MB-2026-014-funding-3', tries: 0, at: 5 })).toBe('dl-MB-2026-014-funding-3~0~5');
  expect(wakeUpKey({ id: 'dl-A:B/1-funding-3', tries: 1, at: 5 })).toBe('dl-A%3AB%2F1-funding-3~1~5');
  expect(wakeUpKey({ id: '12', tries: 0, at: 5 })).not.toMatch(/^\d+$/);
});
