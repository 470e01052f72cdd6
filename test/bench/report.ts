import type { AdvanceResult } from './advance.bench';
import { REPORT_GOAL_MILLIS, type ReportResult } from './annual-report.bench';
import { PARTS, type Breakdown, type Part } from './breakdown.bench';
import { HTTP_GOAL, type HttpResult, type Latencies } from './http.bench';
import type { Ground } from './places';
import type { QueueResult } from './queue.bench';
import type { Spread } from './rounds';
import { ASKED, type Asked, SEARCH_GOAL_MILLIS, type SearchResult } from './search.bench';

/** All that was found, by the name of the database. */
export interface Report {
  readonly node: string;
  readonly rounds: number;
  readonly left_out: string[];
  readonly advance: Record<string, AdvanceResult[]>;
  readonly http: Record<string, HttpResult[]>;
  readonly breakdown: Record<string, Breakdown>;
  readonly queue: Record<string, QueueResult>;
  readonly annualReport: Record<string, ReportResult>;
  readonly search: Record<string, readonly SearchResult[]>;
}

export const advanceTable = (
  { name, advanceGoal }: Pick<Ground, 'name' | 'advanceGoal'>,
  results: readonly AdvanceResult[],
): string =>
  table(
    `Advance, ${name}: events a second (least to most of the rounds)`,
    ['callers', 'use case', 'hand-written', 'ratio', ''],
    results.map(({ callers, useCase, handWritten, ratio }) => [
      String(callers),
      rate(useCase),
      rate(handWritten),
      ratioOf(ratio),
      verdict(ratio, advanceGoal),
    ]),
  );

export const httpTable = (name: string, results: readonly HttpResult[]): string =>
  table(
    `Over HTTP, ${name}: calls a second, and milliseconds of one call`,
    ['clients', 'endpoint', 'a second', 'p50', 'p95', 'p99', 'ratio', ''],
    results.flatMap(({ clients, advance, parsed, ratio }) => [
      [String(clients), 'POST …/events', ...latencies(advance), ratioOf(ratio), verdict(ratio, HTTP_GOAL)],
      ['', 'authenticates and parses', ...latencies(parsed), '', ''],
    ]),
  );

export const breakdownTable = (name: string, breakdown: Breakdown): string =>
  table(
    `One advance, ${name}: microseconds, one caller, without HTTP`,
    ['part', 'µs', 'share', ''],
    [
      ...Object.entries(PARTS).map(([part, words]) => {
        const micros = breakdown[part as Part];
        return [part, micros.toFixed(0), `${((micros / breakdown.whole) * 100).toFixed(0)} %`, words];
      }),
      ['whole', breakdown.whole.toFixed(0), '', 'the use case itself'],
    ],
  );

export const QUEUE_HEAD = [
  'backend',
  '10,000 at once: a second',
  'p50 ms late',
  'p99 ms late',
  'one by one: p50 ms late',
  'p99 ms late',
  '100,000 open: start ms',
  'one sweep ms',
  'memory MB',
] as const;

export const queueRow = (name: string, { atOnce, spread, standing }: QueueResult): string[] => [
  name,
  ...[atOnce.perSecond, atOnce.p50, atOnce.p99, spread.p50, spread.p99].map((value) => value.toFixed(0)),
  ...[standing.startMs, standing.sweepMs, standing.rssMb].map((value) => value.toFixed(0)),
];

export const queueTable = (results: Readonly<Record<string, QueueResult>>): string =>
  table(
    'Deadlines that fall due, one worker',
    QUEUE_HEAD,
    Object.entries(results).map(([name, result]) => queueRow(name, result)),
  );

export const annualReportTable = (name: string, { first, millis, rows }: ReportResult): string =>
  table(
    `The annual report, ${name}: milliseconds, ten years of 10,000 cases and 25,000 contacts`,
    ['rows', 'first', 'median', 'longest', ''],
    [
      [
        String(rows),
        ...[first, millis.median, millis.most].map((one) => one.toFixed(0)),
        `goal ${REPORT_GOAL_MILLIS}: ${millis.most <= REPORT_GOAL_MILLIS ? 'met' : 'not met'}`,
      ],
    ],
  );

export const searchTable = (name: string, results: readonly SearchResult[]): string =>
  table(
    `Searching the desk, ${name}: milliseconds at p95 (p50), by the number of cases`,
    ['asked', ...results.map(({ cases }) => String(cases)), ''],
    Object.entries(ASKED).map(([asked, words]) => [
      words,
      ...results.map(
        ({ p95, p50 }) => `${p95[asked as Asked].toFixed(1)} (${p50[asked as Asked].toFixed(1)})`,
      ),
      `goal ${SEARCH_GOAL_MILLIS}: ${(results.at(-1)?.p95[asked as Asked] ?? 0) < SEARCH_GOAL_MILLIS ? 'met' : 'not met'}`,
    ]),
  );

const rate = ({ median, least, most }: Spread): string =>
  `${median.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`;
const ratioOf = ({ median, least, most }: Spread): string =>
  `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
const verdict = ({ median }: Spread, goal: number): string =>
  `goal ${goal}: ${median >= goal ? 'met' : 'not met'}`;
const latencies = ({ rate: calls, p50, p95, p99 }: Latencies): string[] => [
  rate(calls),
  ...[p50, p95, p99].map((millis) => millis.toFixed(1)),
];

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return ['', title, '', ...lines.map((line) => `  ${line}`)].join('\n');
}
