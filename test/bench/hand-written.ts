import type { Change, Row, Write, WriteBatch } from '@bureau/platform';

/** One statement as a careful person would write it, and its values. */
export interface HandWritten {
  readonly text: string;
  readonly values: (string | number | null)[];
}

export interface Style {
  readonly mark: (position: number) => string;
  /** Whether all rows of a table go in one statement. A round trip costs more than longer SQL; a local call does not. */
  readonly rowsTogether: boolean;
}

/** A driver of its own, without anything of the product above it. */
export interface BareDriver {
  /** Puts the values of a batch in place, so that only the transaction itself is timed. */
  prepare(batch: WriteBatch): HandWritten[];
  /** BEGIN, every statement, COMMIT. */
  transact(statements: readonly HandWritten[]): Promise<void>;
  close(): Promise<void>;
}

/** The statements that write the rows of a batch, the guarded one first: it must change exactly one row. */
export const handWritten = ({ guard, writes }: WriteBatch, style: Style): HandWritten[] => [
  ...(guard ? [change(guard, style)] : []),
  ...writes.flatMap((write) => written(write, style)),
];

function written(write: Write, style: Style): HandWritten[] {
  if ('change' in write) return [change(write, style)];
  if (write.rows.length === 0) return [];
  const groups = style.rowsTogether ? [write.rows] : write.rows.map((row) => [row]);
  return groups.map((rows) => {
    const values = rows.flatMap(cells);
    const columns = Object.keys(rows[0] ?? {});
    if ('remove' in write) return { text: `delete from ${write.remove} where ${oneOf(rows, style)}`, values };
    const inserted = `insert into ${write.insert} (${columns.join(', ')}) values ${tuplesOf(rows, style)}`;
    return { text: inserted + onConflict(write.onConflict, columns), values };
  });
}

function change({ change: table, set, where }: Change, { mark }: Style): HandWritten {
  const columns = Object.keys(set);
  const sets = columns.map((column, index) => `${column} = ${mark(index + 1)}`);
  const keys = Object.keys(where).map((column, index) => `${column} = ${mark(columns.length + index + 1)}`);
  return {
    text: `update ${table} set ${sets.join(', ')} where ${keys.join(' and ')}`,
    values: [...cells(set), ...cells(where)],
  };
}

const tuplesOf = (rows: readonly Row[], { mark }: Style): string => {
  let position = 0;
  return rows.map((row) => `(${Object.keys(row).map(() => mark(++position))})`).join(', ');
};

const oneOf = (rows: readonly Row[], { mark }: Style): string => {
  let position = 0;
  const same = (row: Row): string =>
    Object.keys(row)
      .map((column) => `${column} = ${mark(++position)}`)
      .join(' and ');
  return rows.map((row) => `(${same(row)})`).join(' or ');
};

const onConflict = (
  conflict: { readonly key: readonly string[] } | undefined,
  columns: readonly string[],
) => {
  if (!conflict) return '';
  const set = columns
    .filter((column) => !conflict.key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  return ` on conflict (${conflict.key.join(', ')}) do update set ${set.join(', ')}`;
};

const cells = (row: Row): (string | number | null)[] =>
  Object.values(row).map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell));
