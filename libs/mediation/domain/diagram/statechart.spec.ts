import { aHeldRequest, aRequest } from '../../../../test/support/request.builder';
import { statechart } from './statechart';

const declared = (chart: string): Set<string> =>
  new Set([...chart.matchAll(/^\s+state (?:"[^"]*" as )?(\w+)/gm)].map(([, name]) => name ?? ''));
const mentioned = (chart: string): string[] =>
  [...chart.matchAll(/^\s+(?:class (\w+)|(?:\[\*\]|(\w+)) --> (\w+))/gm)]
    .flatMap(([, coloured, from, to]) => [coloured, from, to])
    .filter((name) => name !== undefined);

describe('the statechart of a mediation request', () => {
  it.each(['nl', 'en'] as const)('draws every state that an arrow or a colour speaks of (%s)', (language) => {
    const { snapshot } = aHeldRequest();
    const chart = statechart(language, { now: snapshot.value, visited: [aRequest().snapshot.value] });
    const known = declared(chart);
    expect(known.size).toBeGreaterThan(55);
    expect(mentioned(chart).filter((name) => !known.has(name))).toEqual([]);
  });

  it('shows where one request stands and where it has been', () => {
    const chart = statechart('en', {
      now: aHeldRequest().snapshot.value,
      visited: [aRequest().snapshot.value],
    });
    expect(chart).toMatch(/class course_in_sessions now/);
    expect(chart).toMatch(/class course_preparing past/);
    expect(chart).not.toMatch(/class course_withdrawn/);
  });

  it('speaks of the events in the words of the bureau', () => {
    expect(statechart('nl')).toContain('Mediationovereenkomst getekend');
    expect(statechart('en')).toContain('Agreement to mediate signed');
  });
});
