import type { z } from 'zod';
import type { queueSchema } from './queue.schema';

type Queue = z.input<typeof queueSchema>;
type Line = Queue['failing'][number];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

const COLUMNS = ['id', 'kind', 'subject', 'attempts', 'availableAt', 'deliveredAt', 'lastError'] as const;
const HEADINGS = ['Id', 'Kind', 'About', 'Tries', 'Not before', 'Done', 'Why it failed'];

const cells = (line: Line): string =>
  COLUMNS.map((column) => `<td>${escape(String(line[column] ?? ''))}</td>`).join('');

const table = (title: string, lines: readonly Line[]): string => `<h2>${title}</h2>
${
  lines.length === 0
    ? '<p>None.</p>'
    : `<table><thead><tr>${HEADINGS.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>
<tbody>${lines.map((line) => `<tr>${cells(line)}</tr>`).join('\n')}</tbody></table>`
}`;

/** The outbox for a person with a browser: ids only, nothing to press. */
export function queuePage({ queue, counts, failing, waiting, delivered }: Queue): string {
  const away = queue.reachable ? '' : ` It does not answer (${escape(queue.why ?? 'nobody knows why')}).`;
  const board = queue.driver === 'direct' ? '' : ` <a href="/api/queue/board/">What the queue holds</a>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Jobs of the bureau</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b2733; background: #fbfbfa }
  table { border-collapse: collapse } th, td { text-align: left; padding: .2em .8em .2em 0; vertical-align: top }
  td { border-top: 1px solid #c9d1d9; overflow-wrap: anywhere }
</style>
<h1>Jobs of the bureau</h1>
<p>${counts.due} due, ${counts.later} later, ${counts.failing} failing. Wake-ups go by ${queue.driver}.${away}${board}</p>
${table('Failing', failing)}
${table('Waiting', waiting)}
${table('Done lately', delivered)}
</html>
`;
}
