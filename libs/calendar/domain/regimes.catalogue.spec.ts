import { REGIMES, type Regime, type RegimeKey } from './regimes.catalogue';
import type { TermSpan, TermUnit } from './term-span';

const keys = Object.keys(REGIMES) as RegimeKey[];
const rolls = (
  key: RegimeKey,
  length: number,
  unit: TermUnit,
  direction: TermSpan['direction'] = 'forward',
) => {
  const regime: Regime = REGIMES[key];
  return regime.rolls({ length, unit, direction });
};

describe('the Algemene termijnenwet', () => {
  it.each([
    [90, 'calendar_day'],
    [12, 'week'],
    [3, 'month'],
  ] as const)('lets a term of %d × %s run on, and not one longer', (length, unit) => {
    expect([rolls('statute', length, unit), rolls('statute', length + 1, unit)]).toEqual([true, false]);
  });

  it('leaves terms in hours and terms counted back alone', () => {
    expect(rolls('statute', 48, 'hour')).toBe(false);
    expect(rolls('statute', 14, 'calendar_day', 'backward')).toBe(false);
  });
});

describe('Regulation 1182/71', () => {
  it('lets a term run on however long it is, but not one counted back or in hours', () => {
    expect(rolls('treaty_eu', 12, 'month')).toBe(true);
    expect(rolls('treaty_eu', 6, 'week', 'backward')).toBe(false);
    expect(rolls('treaty_eu', 48, 'hour')).toBe(false);
  });
});

describe.each(['court_set', 'contract', 'internal'] as const)('a term under %s', (key) => {
  it('never runs on', () => {
    for (const unit of ['calendar_day', 'working_day', 'week', 'month', 'hour'] as const)
      for (const direction of ['forward', 'backward'] as const)
        expect(rolls(key, 2, unit, direction)).toBe(false);
  });
});

it.each(keys)('%s has a label and a basis in both languages', (key) => {
  const { label, basis }: Regime = REGIMES[key];
  for (const text of [label.nl, label.en, basis.nl, basis.en]) expect(text).toMatch(/\S/);
});
