import type { Database as RawSqlite } from 'better-sqlite3';
import { messageOf } from './database.errors';
import { sqliteCode } from './sqlite.errors';

export interface UniqueKey {
  readonly table: string;
  readonly constraint: string;
}

const NAMED_CONSTRAINT = /CONSTRAINT "([^"]+)" UNIQUE \(([^)]*)\)/gi;

/**
 * SQLite tells the columns of a violated key only; PostgreSQL tells its name. This finds the name. A primary key is
 * always `pk_<table>`, for TypeORM gives it no name on SQLite: migrations must give it that name on PostgreSQL.
 */
export class UniqueKeys {
  private readonly known = new Map<string, UniqueKey>();

  constructor(private readonly raw: RawSqlite) {}

  /** The key that an error like `UNIQUE constraint failed: entry.tally_id, entry.revision` speaks of. */
  violatedBy(error: unknown): UniqueKey {
    const message = messageOf(error);
    const known =
      this.known.get(message) ?? this.find(message, sqliteCode(error) !== 'SQLITE_CONSTRAINT_UNIQUE');
    this.known.set(message, known);
    return known;
  }

  private find(message: string, primary: boolean): UniqueKey {
    const about = message.slice(message.indexOf(': ') + 2);
    const index = /^index '(.+)'$/.exec(about)?.[1];
    if (index) return { table: this.tableOfIndex(index), constraint: index };
    const table = about.slice(0, about.indexOf('.'));
    if (primary) return { table, constraint: `pk_${table}` };
    const columns = about.split(', ').map((name) => name.slice(name.indexOf('.') + 1));
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
