/** In every dimension the whole is the sum of its parts. */
export interface Sum<M extends string = string> {
  readonly whole: M;
  readonly parts: readonly M[];
}

/** Over all values of a facet (`kind`), these metrics add up to their `all`. */
export interface Split<M extends string = string> {
  readonly by: string;
  readonly metrics: readonly M[];
}

/** A report whose numbers contradict each other. Says which, and by how much. */
export class ReportDoesNotAddUp extends Error {
  constructor(
    readonly section: string,
    readonly faults: readonly string[],
  ) {
    super(
      `The report was not made, because the section ${section} does not add up: ${faults.join('; ')}. ` +
        'Its counting rules or the stored requests are at fault.',
    );
    this.name = 'ReportDoesNotAddUp';
  }
}

interface Counted {
  readonly metric: string;
  readonly dimension: string;
  readonly value: number | null;
}

interface Checks {
  readonly section: string;
  readonly sums: readonly Sum[];
  readonly splits: readonly Split[];
}

/** @throws ReportDoesNotAddUp naming every sum that is wrong and every number that is there twice. */
export function refuseWhatDoesNotAddUp({ section, sums, splits }: Checks, facts: readonly Counted[]): void {
  const faults = [
    ...doubles(facts),
    ...sums.flatMap((sum) => wrongSums(sum, facts)),
    ...splits.flatMap((split) => wrongSplits(split, facts)),
  ];
  if (faults.length > 0) throw new ReportDoesNotAddUp(section, faults);
}

function doubles(facts: readonly Counted[]): string[] {
  const names = facts.map(({ metric, dimension }) => `${metric} (${dimension})`);
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`);
}

const wrongSums = ({ whole, parts }: Sum, facts: readonly Counted[]): string[] =>
  facts
    .filter(({ metric }) => metric === whole)
    .flatMap(({ dimension, value }) => {
      const numbers = parts.map((part) => valueOf(facts, part, dimension));
      const total = numbers.reduce((sum, number) => sum + number, 0);
      if (total === value) return [];
      const sum = parts.map((part, index) => `${part} ${numbers[index]}`).join(' + ');
      return [`${whole} (${dimension}) is ${value}, but ${sum} = ${total}`];
    });

const wrongSplits = ({ by, metrics }: Split, facts: readonly Counted[]): string[] =>
  metrics.flatMap((metric) => {
    const all = valueOf(facts, metric, 'all');
    const parts = facts.filter((fact) => fact.metric === metric && fact.dimension.startsWith(`${by}=`));
    const total = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
    if (total === all) return [];
    const sum = parts.map(({ dimension, value }) => `${dimension} ${value}`).join(' + ');
    return [`${metric} (all) is ${all}, but ${sum} = ${total}`];
  });

const valueOf = (facts: readonly Counted[], metric: string, dimension: string): number =>
  facts.find((fact) => fact.metric === metric && fact.dimension === dimension)?.value ?? NaN;
