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
    splits: [
      { whole: 'all', parts: 'line=*', metrics: ['cases'] },
      { whole: 'line=@;caller=all', parts: 'line=@;caller=*', metrics: ['open'] },
    ],
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

  it('is not made when the parts of one value do not add up to it', () => {
    const callers = (line: string, all: number) => [
      fact('open', `line=${line};caller=all`, all),
      fact('open', `line=${line};caller=parent`, 1),
      fact('open', `line=${line};caller=family`, 2),
    ];
    expect(rows([...sound, ...callers('1', 3), ...callers('2', 3)])).toHaveLength(15);
    expect(() => rows([...sound, ...callers('1', 3), ...callers('2', 4)])).toThrow(
      'open (line=2;caller=all) is 4, but line=2;caller=parent 1 + line=2;caller=family 2 = 3. ',
    );
  });

  it('is not made without a whole that its parts belong to', () => {
    const parts = sound.filter(({ dimension }) => dimension !== 'all');
    expect(() => rows(parts)).toThrow('cases (all) is NaN, but line=1 1 + line=2 4 = 5');
  });

  it('is not made with a number that is there twice', () => {
    expect(() => rows([...sound, fact('closed', 'all', 3)])).toThrow('closed (all) is there twice');
  });
});
