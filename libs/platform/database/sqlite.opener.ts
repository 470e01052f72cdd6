import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database as RawSqlite } from 'better-sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DatabaseProblem, messageOf } from './database.errors';
import { sqliteCode, sqliteUnavailable } from './sqlite.errors';
import { SilentLogger } from './silent.logger';
import { SqliteDatabase } from './sqlite.database';

type Schema = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/**
 * Opens the file, and makes it and its folder when they are not there. Waits up to `busyMs` for a locked file.
 * Throws DatabaseProblem: folder or file cannot be written, not a database, locked.
 */
export async function openSqlite(path: string, schema: Schema, busyMs: number): Promise<SqliteDatabase> {
  const file = resolve(path);
  makeFolder(dirname(file));
  makeWritable(file);
  for (const until = Date.now() + busyMs; ; await sleep(20)) {
    let raw: RawSqlite | undefined;
    const dataSource = new DataSource({
      type: 'better-sqlite3',
      database: file,
      ...schema,
      logger: new SilentLogger(),
      enableWAL: true,
      // SQLite would wait for a lock inside the process and stop every other request; the queue waits between turns.
      timeout: 0,
      statementCacheSize: 200,
      prepareDatabase: (opened: RawSqlite) => {
        raw = opened;
        // An answered registration must survive a power cut: it may have stopped a legal term.
        opened.pragma('synchronous = FULL');
      },
    });
    try {
      await dataSource.initialize();
      if (raw) return new SqliteDatabase(dataSource, raw, busyMs);
    } catch (error) {
      raw?.close();
      const busy = sqliteUnavailable(error)?.reason === 'busy';
      if (!busy || Date.now() >= until) throw problemWith(file, error);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseProblem(
      `The folder ${folder} for the database cannot be made (${messageOf(error)}).`,
      'There is no place to keep the requests, so the program did not start.',
      'Make the folder and let the account of this program write in it, or point DATABASE_URL at another file.',
      error,
    );
  }
}

/** SQLite opens a read-only file without a word and fails at the first request; better before. */
function makeWritable(file: string): void {
  for (const path of existsSync(file) ? [dirname(file), file] : [dirname(file)]) {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw readOnly(path, error);
    }
  }
  // SQLite would make it readable for every account of the machine: it holds the files of families.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

const readOnly = (path: string, cause: unknown): DatabaseProblem =>
  new DatabaseProblem(
    `${path} cannot be written by the account of this program.`,
    'SQLite must write the file and, beside it, its -wal and -shm files, so the program did not start.',
    'Give the account write permission on the file and its folder, or point DATABASE_URL at another file.',
    cause,
  );

function problemWith(file: string, error: unknown): Error {
  const unavailable = sqliteUnavailable(error);
  const code = sqliteCode(error);
  if (!unavailable) return error as Error;
  if (unavailable.reason === 'read-only') return readOnly(file, error);
  if (unavailable.reason === 'busy') {
    return new DatabaseProblem(
      `${file} is locked by another program (${code}).`,
      'Somebody else is writing it without letting go: a backup, a database browser, a hanging copy of this program.',
      'End that program (`fuser` or `lsof` tells which), then start again.',
      error,
    );
  }
  if (unavailable.reason === 'damaged') {
    return new DatabaseProblem(
      `${file} is not a SQLite database, or is damaged (${code}).`,
      'The program did not touch it.',
      'Point DATABASE_URL at the right file, or put back the last backup.',
      error,
    );
  }
  return new DatabaseProblem(
    `${file} cannot be opened (${code}: ${messageOf(error)}).`,
    'The program has no database, so it did not start.',
    'Check that the path is a file on a healthy local disk with room left.',
    error,
  );
}
