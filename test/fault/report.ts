import { PROMISES, type PromiseName } from './promises/promise';
import type { StormReport } from './storm';

/** Of each promise; more of the same would hide the rest. */
const MOST_TOLD = 10;

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

/** What a storm came to, for whoever sits at the terminal. */
export function inWords(report: StormReport): string {
  const { counts, violations, kills, befell, died, seconds, seed, backend } = report;
  const { latenessMs: late } = counts;
  const lines = [
    `${backend}, seed ${seed}: ${kills} kills in ${seconds} s, ${violations.length} violations`,
    `  faults      ${listed(befell)}`,
    `  died at     ${listed(died)}`,
    `  events      ${counts.accepted} accepted in ${counts.requests} requests, ${counts.refused} refused, ` +
      `${counts.repeated} repeated with their key, ${counts.duels} duels for one slot, ${counts.calls} calls`,
    `  deadlines   ${counts.deadlines} told of; outages included p50 ${late.p50} ms, p99 ${late.p99} ms, most ${late.most} ms late`,
    `  jobs        ${listed(counts.jobs)}`,
    `  views       ${counts.views} by a mediator`,
  ];
  for (const promise of Object.keys(PROMISES) as PromiseName[]) {
    const broken = violations.filter((violation) => violation.promise === promise);
    lines.push(`  ${broken.length === 0 ? 'kept  ' : 'BROKEN'} ${PROMISES[promise]}`);
    for (const { what } of broken.slice(0, MOST_TOLD)) lines.push(`           ${what.trim()}`);
    if (broken.length > MOST_TOLD) lines.push(`           … and ${broken.length - MOST_TOLD} more`);
  }
  return lines.join('\n');
}

export const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';
