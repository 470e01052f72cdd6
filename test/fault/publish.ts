import { markdownTable, writePart } from '../support/page.parts';
import { BACKENDS } from './stage/backends.catalogue';
import { sumOf } from './report';
import type { StormReport } from './storm';

/** Puts what was found on docs/reliability.md, over what an earlier storm on the same backend had found. */
export const publish = (report: StormReport): Promise<void> =>
  writePart(
    'reliability.md',
    `storm: ${report.backend}`,
    sectionOf(report, new Date().toISOString().slice(0, 10)),
  );

function sectionOf(report: StormReport, day: string): string {
  const { backend, seed, seconds, kills, counts, violations, befell, died } = report;
  const { latenessMs: late } = counts;
  return [
    `**${capitalised(BACKENDS[backend].label)}**, ${day}, seed ${seed}, ${Math.round(seconds / 60)} minutes.`,
    markdownTable([
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
    markdownTable([['fault', 'times'], ...ranked(befell)]),
    markdownTable([['died at', 'times'], ...ranked(died)]),
  ].join('\n\n');
}

type Counts = readonly (readonly [string, number])[];

const ranked = (counts: Readonly<Record<string, number>>): Counts =>
  Object.entries(counts).sort(([, one], [, other]) => other - one);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
