import { plainDateOf } from '@bureau/kernel';
import { HAGUE_1980 } from './treaty.catalogue';
import { directionOf, farEnd, treatyBetween } from './treaty.rules';

const today = plainDateOf('2025-06-01');

describe('The Hague Convention of 1980 between two countries on a day', () => {
  it.each(['MA', 'TR', 'ES', 'RU', 'PL', 'US', 'BE'])('applies between the Netherlands and %s', (country) => {
    expect(treatyBetween('NL', country, today).inForce).toBe(true);
    expect(treatyBetween(country, 'NL', today)).toMatchObject({ inForce: true, intraKingdom: false });
  });

  it.each(['SY', 'EG', 'DZ', 'ID', 'SR', 'LB', 'AE', 'CN'])(
    'does not apply between the Netherlands and %s',
    (country) => {
      expect(treatyBetween('NL', country, today)).toMatchObject({ inForce: false, intraKingdom: false });
    },
  );

  it.each(['HK', 'MO'])('applies to %s, which is not mainland China', (territory) => {
    expect(treatyBetween('NL', territory, today).inForce).toBe(true);
  });

  it.each(['CW', 'AW', 'SX', 'BQ'])('is not what holds between the Netherlands and %s', (island) => {
    expect(treatyBetween(island, 'NL', today)).toMatchObject({ inForce: false, intraKingdom: true });
  });

  it('applies on the BES islands towards other states, and on Curaçao towards nobody', () => {
    expect(treatyBetween('BQ', 'US', today)).toMatchObject({ inForce: true, intraKingdom: false });
    expect(treatyBetween('CW', 'US', today)).toMatchObject({ inForce: false, intraKingdom: false });
  });

  it('did not apply before it was in force for the Netherlands', () => {
    expect(treatyBetween('NL', 'FR', plainDateOf('1990-08-31')).inForce).toBe(false);
    expect(treatyBetween('NL', 'FR', plainDateOf('1990-09-01')).inForce).toBe(true);
  });

  it('says so where a date has not been read in a source', () => {
    expect(treatyBetween('NL', 'MA', today).verified).toBe(false);
    expect(treatyBetween('NL', 'SY', today).verified).toBe(true);
  });

  it('names 102 states, the two territories for which China continued it, and a source for each', () => {
    const codes = Object.keys(HAGUE_1980);
    expect(codes.filter((code) => HAGUE_1980[code]?.by !== 'territory')).toHaveLength(102);
    expect(codes.filter((code) => HAGUE_1980[code]?.by === 'territory')).toEqual(['HK', 'MO']);
    for (const code of codes) expect(HAGUE_1980[code]?.source).not.toBe('');
  });
});

describe('The direction of a case', () => {
  it('is seen from the Netherlands', () => {
    expect(directionOf('NL', 'PL')).toBe('outgoing');
    expect(directionOf('PL', 'NL')).toBe('incoming');
    expect(directionOf('DE', 'PL')).toBe('elsewhere');
    expect(directionOf(null, 'PL')).toBeNull();
  });

  it('gives the country at the far end', () => {
    expect(farEnd('NL', 'PL')).toBe('PL');
    expect(farEnd('PL', 'NL')).toBe('PL');
    expect(farEnd('DE', 'PL')).toBe('PL');
  });
});
