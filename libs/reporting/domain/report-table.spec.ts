import { type Fact, defineReportTable, rowsOf } from './report-table';
import { ReportDoesNotAddUp } from './report-check';

type Metric = 'cases' | 'open' | 'closed' | 'rate';
const fact = (metric: Metric, dimension: string, value: number, n?: number): Fact<Metric> => ({
  metric,
  dimension,
  value,
  n,
});

const label = { nl: 'x', en: 'x' };
const aTable = (facts: readonly Fact<Metric>[]) =>
  defineReportTable({
    section: 'cases',
    title: label,
    definition: label,
    basis: 'House rule',
    metrics: { cases: { label }, open: { label }, closed: { label }, rate: { label, rule: 'success-2021' } },
    sums: [{ whole: 'cases', parts: ['open', 'closed'] }],
    splits: [{ by: 'line', metrics: ['cases'] }],
    facts: (_: { readonly year: number }) => facts,
  });

const sound = [
  fact('cases', 'all', 5),
  fact('open', 'all', 2),
  fact('closed', 'all', 3),
  fact('cases', 'line=1', 1),
  fact('open', 'line=1', 0),
  fact('closed', 'line=1', 1),
  fact('cases', 'line=2', 4),
  fact('open', 'line=2', 2),
  fact('closed', 'line=2', 2),
];
const rows = (facts: readonly Fact<Metric>[]) => rowsOf(aTable(facts), { year: 2025 });

describe('a table of the report', () => {
  it('gives its rows with year and section', () => {
    expect(rows(sound)[0]).toEqual({
      year: 2025,
      section: 'cases',
      metric: 'cases',
      dimension: 'all',
      value: 5,
      share: null,
    });
  });

  it('gives every percentage with its rule and its n', () => {
    expect(rows([...sound, fact('rate', 'all', 60, 5)]).at(-1)).toMatchObject({
      value: 60,
      share: { rule: 'success-2021', n: 5 },
    });
    expect(() => rows([...sound, fact('rate', 'all', 60)])).toThrow(/a percentage has a rule and an n/);
  });

  it('is not made when its parts do not add up, and names the numbers', () => {
    const wrong = [...sound.filter(({ metric }) => metric !== 'open'), fact('open', 'all', 2)];
    expect(() => rows([...wrong, fact('open', 'line=1', 1), fact('open', 'line=2', 2)])).toThrow(
      'cases (line=1) is 1, but open 1 + closed 1 = 2',
    );
    expect(() => rows(wrong)).toThrow(ReportDoesNotAddUp);
  });

  it('is not made when a facet does not add up to all of it', () => {
    const without = sound.filter(({ dimension }) => dimension !== 'line=2');
    expect(() => rows(without)).toThrow('cases (all) is 5, but line=1 1 = 1');
  });

  it('is not made with a number that is there twice', () => {
    expect(() => rows([...sound, fact('closed', 'all', 3)])).toThrow('closed (all) is there twice');
  });
});
