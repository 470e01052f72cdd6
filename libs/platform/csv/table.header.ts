import { badRow, type BadRow } from './bad-row';
import type { TableRecord } from './table.records';

/** Where each column stands in the rows, and what is wrong with the header line. */
export interface Header {
  readonly width: number;
  readonly position: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
}

/** The header must hold exactly the columns, in any order. Each unknown, missing and doubled one is named. */
export function headerOf({ line, cells }: TableRecord, columns: readonly string[]): Header {
  const position = new Map<string, number>();
  const width = cells.length;
  const [only = ''] = cells;
  if (width === 1 && columns.length > 1 && /[;\t]/.test(only)) {
    return { width, position, bad: [badRow(line, null, only, 'commas between the columns')] };
  }
  const bad: BadRow[] = [];
  cells.forEach((name, index) => {
    if (!columns.includes(name))
      bad.push(badRow(line, name, name, `no other columns than ${columns.join(', ')}`));
    else if (position.has(name)) bad.push(badRow(line, name, name, 'every column once'));
    else position.set(name, index);
  });
  for (const name of columns) {
    if (!position.has(name)) bad.push(badRow(line, name, 'no such column', `a column ${name}`));
  }
  return { width, position, bad };
}
