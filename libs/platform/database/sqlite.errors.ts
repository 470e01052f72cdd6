import { DatabaseUnavailable, messageOf, type Unavailability } from './database.errors';

const REASONS: readonly (readonly [RegExp, Unavailability, string])[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'busy', 'another process or connection holds the database file'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'read-only', 'the database file or its folder cannot be written'],
  [/^SQLITE_FULL/, 'full', 'the disk with the database file is full'],
  [/^SQLITE_(IOERR|CANTOPEN|NOMEM)/, 'unreachable', 'the disk with the database file gives errors'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged', 'the database file is damaged'],
];

/** The result code of better-sqlite3 (`SQLITE_BUSY`), also when TypeORM wrapped the error; '' when it is none. */
export function sqliteCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && code.startsWith('SQLITE_')) return code;
  return driverError ? sqliteCode(driverError) : '';
}

/** The broken world behind an error of better-sqlite3, or null when the statement is to blame. */
export function sqliteUnavailable(error: unknown): DatabaseUnavailable | null {
  if (error instanceof DatabaseUnavailable) return error;
  if (/^The database connection is not open/.test(messageOf(error))) {
    return new DatabaseUnavailable('closed', 'the database was closed', 'nothing written', error);
  }
  const code = sqliteCode(error);
  const found = REASONS.find(([pattern]) => pattern.test(code));
  return found
    ? new DatabaseUnavailable(
        found[1],
        `${found[2]} (${code}: ${messageOf(error)})`,
        'nothing written',
        error,
      )
    : null;
}

export const isUniqueViolation = (error: unknown): boolean =>
  /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/.test(sqliteCode(error));
