import type { Database as RawSqlite } from 'better-sqlite3';

export interface UniqueKey {
  readonly table: string;
  readonly constraint: string;
}

const NAMED_CONSTRAINT = /CONSTRAINT "([^"]+)" (?:UNIQUE|PRIMARY KEY) \(([^)]*)\)/gi;

/** SQLite tells the columns of a violated key only; PostgreSQL tells its name. This finds the name. */
export class UniqueKeys {
  private readonly known = new Map<string, UniqueKey>();

  constructor(private readonly raw: RawSqlite) {}

  /** The key that a message like `UNIQUE constraint failed: entry.tally_id, entry.revision` speaks of. */
  named(message: string): UniqueKey {
    const known = this.known.get(message) ?? this.find(message);
    this.known.set(message, known);
    return known;
  }

  private find(message: string): UniqueKey {
    const about = message.slice(message.indexOf(': ') + 2);
    const index = /^index '(.+)'$/.exec(about)?.[1];
    if (index) return { table: this.tableOfIndex(index), constraint: index };
    const columns = about.split(', ').map((name) => name.slice(name.indexOf('.') + 1));
    const table = about.slice(0, about.indexOf('.'));
    const constraint = this.indexOn(table, columns) ?? this.constraintOn(table, columns);
    return { table, constraint: constraint ?? `${table}(${columns.join(', ')})` };
  }

  private tableOfIndex(index: string): string {
    const row = this.raw.prepare('select tbl_name as name from sqlite_master where name = ?').get(index);
    return (row as { name: string } | undefined)?.name ?? '';
  }

  private indexOn(table: string, columns: readonly string[]): string | undefined {
    const indexes = this.raw
      .prepare(`select name from pragma_index_list(?) where "unique" = 1 and origin = 'c'`)
      .all(table) as { name: string }[];
    const columnsOf = this.raw.prepare('select name from pragma_index_info(?)').pluck();
    return indexes.find(({ name }) => sameNames(columnsOf.all(name) as string[], columns))?.name;
  }

  private constraintOn(table: string, columns: readonly string[]): string | undefined {
    const row = this.raw.prepare('select sql from sqlite_master where name = ?').get(table);
    for (const [, name, list] of (row as { sql: string } | undefined)?.sql.matchAll(NAMED_CONSTRAINT) ?? []) {
      const named = (list ?? '').split(',').map((column) => column.trim().replaceAll('"', ''));
      if (sameNames(named, columns)) return name;
    }
    return undefined;
  }
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
