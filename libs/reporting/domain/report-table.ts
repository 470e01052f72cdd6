import type { Words } from '@bureau/kernel';
import { refuseWhatDoesNotAddUp, type Split, type Sum } from './report-check';
import type { ShareRule } from './share-rules.catalogue';

/** One thing the report counts, or a share of what it counts. */
export interface MetricEntry {
  readonly label: Words;
  /** Only for a percentage: the rule it is counted by. */
  readonly rule?: ShareRule;
}

/** One number of a table. */
export interface Fact<M extends string = string> {
  readonly metric: M;
  /** `all`, or a facet and its value: `kind=IKO`. */
  readonly dimension: string;
  /** Null where there is nothing to take a share of. */
  readonly value: number | null;
  /** Only for a percentage: over how many. */
  readonly n?: number;
}

/** One table of the annual report: a pure function of the year's data, with what must be true of its numbers. */
export interface ReportTable<D extends { readonly year: number }, M extends string = string> {
  readonly section: string;
  readonly title: Words;
  readonly definition: Words;
  readonly basis: string;
  readonly metrics: Readonly<Record<M, MetricEntry>>;
  readonly sums: readonly Sum<M>[];
  readonly splits: readonly Split<M>[];
  readonly facts: (data: D) => readonly Fact<M>[];
}

/** One number as the report prints it. */
export interface ReportRow {
  readonly year: number;
  readonly section: string;
  readonly metric: string;
  readonly dimension: string;
  readonly value: number | null;
  /** Of a percentage: its rule and over how many. No percentage is without. */
  readonly share: { readonly rule: ShareRule; readonly n: number } | null;
}

/** Checks the metrics that a table names against those it describes. */
export const defineReportTable = <D extends { readonly year: number }, const M extends string>(
  table: ReportTable<D, M>,
): ReportTable<D, M> => table;

/**
 * The rows of a table, in the table's order.
 *
 * @throws ReportDoesNotAddUp when parts and wholes differ: no report is better than one that contradicts itself.
 */
export function rowsOf<D extends { readonly year: number }>(
  table: ReportTable<D>,
  data: D,
): readonly ReportRow[] {
  const facts = table.facts(data);
  refuseWhatDoesNotAddUp(table, facts);
  return facts.map(({ metric, dimension, value, n }) => {
    const rule = table.metrics[metric]?.rule;
    if ((rule === undefined) !== (n === undefined)) {
      throw new TypeError(
        `${table.section}, ${metric}: a percentage has a rule and an n, a count has neither`,
      );
    }
    const share = rule === undefined || n === undefined ? null : { rule, n };
    return { year: data.year, section: table.section, metric, dimension, value, share };
  });
}
