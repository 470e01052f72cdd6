import { instantOf, parseInstant } from './instant';

describe('a moment', () => {
  it('is kept as UTC whatever its offset', () => {
    expect(parseInstant('2026-03-26T10:00:00+01:00')).toBe('2026-03-26T09:00:00.000Z');
    expect(parseInstant('2026-03-26T09:00Z')).toBe('2026-03-26T09:00:00.000Z');
  });
  it.each([
    '2026-03-26T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-03-26T24:00:00Z',
    '2026-03-26T10:60:00Z',
    '2026-03-26T10:00:00+15:00',
    '2026-03-26 10:00:00Z',
    'yesterday',
    '',
  ])('is not %j', (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(() => instantOf(text)).toThrow(RangeError);
  });
  it('sorts as text', () => {
    const later = instantOf('2026-03-26T10:00:00+01:00');
    const earlier = instantOf('2026-03-26T09:30:00+02:00');
    expect(earlier < later).toBe(true);
  });
});
