import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { BACKENDS } from './stage/backends.catalogue';
import { sumOf } from './report';
import type { StormReport } from './storm';

const PAGE = join(__dirname, '../../docs/reliability.md');

/** Puts what was found in its place on the page, over what an earlier storm on the same backend had found. */
export async function publish(report: StormReport): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  const text = withResult(page, report, new Date().toISOString().slice(0, 10));
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/** Throws when the page has no place for this backend. */
export function withResult(page: string, report: StormReport, day: string): string {
  const [begin, end] = [`<!-- storm: ${report.backend} -->`, `<!-- end: ${report.backend} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/reliability.md has no place between ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${sectionOf(report, day)}\n\n${page.slice(to)}`;
}

function sectionOf(report: StormReport, day: string): string {
  const { backend, seed, seconds, kills, counts, violations, befell, died } = report;
  const { latenessMs: late } = counts;
  return [
    `**${capitalised(BACKENDS[backend].label)}**, ${day}, seed ${seed}, ${Math.round(seconds / 60)} minutes.`,
    tableOf([
      ['kills', 'deaths at a named point', 'other faults', 'events', 'requests', 'deadlines', 'violations'],
      [
        kills,
        sumOf(died),
        sumOf(befell) - (kills - sumOf(died)),
        counts.accepted,
        counts.requests,
        counts.deadlines,
        violations.length,
      ],
    ]),
    `${counts.calls} calls, ${counts.refused} changes refused, ${counts.repeated} answered again by their key, ` +
      `${counts.duels} duels for one slot, ${counts.views} looks by a mediator. Deadlines were told of ${late.p50} ms after ` +
      `their moment at the median, ${late.p99} ms at p99 and ${late.most} ms at most, all outages included.`,
    tableOf([['fault', 'times'], ...ranked(befell)]),
    tableOf([['died at', 'times'], ...ranked(died)]),
  ].join('\n\n');
}

type Cells = readonly (string | number)[];

const tableOf = ([head = [], ...rows]: readonly Cells[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const ranked = (counts: Readonly<Record<string, number>>): Cells[] =>
  Object.entries(counts).sort(([, one], [, other]) => other - one);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
