import { BrokenWorld } from '@bureau/kernel';

/** In every dimension, or only in those named, the whole is the sum of its parts. */
export interface Sum<M extends string = string> {
  readonly whole: M;
  readonly parts: readonly M[];
  readonly dimensions?: readonly string[];
}

/**
 * These metrics of the dimension `whole` are the sum of the dimensions that look like `parts`. `*` stands for every
 * value but `all` (`kind=*`); `@` for one value, the same in both (`line=@`, `line=@;month=*`).
 */
export interface Split<M extends string = string> {
  readonly whole: string;
  readonly parts: string;
  readonly metrics: readonly M[];
}

/** A report whose numbers contradict each other. Says which, by how much, and which records are to blame if known. */
export class ReportDoesNotAddUp extends BrokenWorld {
  readonly code = 'report-does-not-add-up';

  constructor(
    readonly section: string,
    readonly faults: readonly string[],
    readonly records: readonly string[] = [],
  ) {
    super(
      `The report was not made, because the section ${section} does not add up: ${faults.join('; ')}. ` +
        (records.length > 0
          ? `Put right first: ${records.join('; ')}.`
          : 'Its counting rules or the stored records are at fault.'),
    );
    this.name = 'ReportDoesNotAddUp';
  }

  blaming(records: readonly string[]): ReportDoesNotAddUp {
    return new ReportDoesNotAddUp(this.section, this.faults, records);
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

const wrongSums = ({ whole, parts, dimensions }: Sum, facts: readonly Counted[]): string[] =>
  facts
    .filter(({ metric, dimension }) => metric === whole && (dimensions?.includes(dimension) ?? true))
    .flatMap(({ dimension, value }) => {
      const numbers = parts.map((part) => valueOf(facts, part, dimension));
      const total = numbers.reduce((sum, number) => sum + number, 0);
      if (total === value) return [];
      const sum = parts.map((part, index) => `${part} ${numbers[index]}`).join(' + ');
      return [`${whole} (${dimension}) is ${value}, but ${sum} = ${total}`];
    });

const wrongSplits = ({ whole, parts, metrics }: Split, facts: readonly Counted[]): string[] =>
  metrics.flatMap((metric) => {
    const counted = facts.filter((fact) => fact.metric === metric);
    return wholesLike(whole, counted).flatMap(([dimension, shared]) => {
      const number = valueOf(counted, metric, dimension);
      const pieces = counted.filter((fact) => looksLike(parts.replace('@', shared), fact.dimension));
      const total = pieces.reduce((sum, { value }) => sum + (value ?? 0), 0);
      if (total === number) return [];
      const sum = pieces.map((piece) => `${piece.dimension} ${piece.value}`).join(' + ') || 'nothing';
      return [`${metric} (${dimension}) is ${number}, but ${sum} = ${total}`];
    });
  });

/** The dimensions that are meant, each with what `@` stands for in it. A whole without `@` must be there. */
function wholesLike(whole: string, facts: readonly Counted[]): readonly (readonly [string, string])[] {
  const place = whole.split(';').findIndex((facet) => facet.endsWith('=@'));
  if (place < 0) return [[whole, '']];
  return facts.flatMap(({ dimension }) => {
    const shared = dimension.split(';')[place]?.split('=')[1] ?? '';
    return dimension === whole.replace('@', shared) ? [[dimension, shared] as const] : [];
  });
}

/** Whether the dimension has these facets and no others, with `*` for any value but `all`. */
function looksLike(pattern: string, dimension: string): boolean {
  const facets = dimension.split(';');
  const wanted = pattern.split(';');
  return (
    facets.length === wanted.length &&
    wanted.every((facet, index) => {
      const found = facets[index] ?? '';
      if (!facet.endsWith('=*')) return facet === found;
      return found.startsWith(facet.slice(0, -1)) && !found.endsWith('=all');
    })
  );
}

const valueOf = (facts: readonly Counted[], metric: string, dimension: string): number =>
  facts.find((fact) => fact.metric === metric && fact.dimension === dimension)?.value ?? NaN;
