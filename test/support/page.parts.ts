import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(__dirname, '../../docs');

type Cells = readonly (string | number)[];

/** Puts what a run has found in its place on a page of docs/, over what an earlier run had found. */
export async function writePart(page: string, name: string, text: string): Promise<void> {
  // Here and not above: nobody who only puts pages together needs it.
  const { format, resolveConfig } = await import('prettier');
  const path = join(DOCS, page);
  const whole = withPart(readFileSync(path, 'utf8'), name, text);
  writeFileSync(path, await format(whole, { ...(await resolveConfig(path)), parser: 'markdown' }));
}

/** Throws when the page has no such place. */
export function withPart(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place between ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}

export const markdownTable = ([head = [], ...rows]: readonly Cells[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
