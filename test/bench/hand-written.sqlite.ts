import SqliteFile, { type Statement } from 'better-sqlite3';
import { handWritten, type BareDriver } from './hand-written';

const STYLE = { mark: () => '?', rowsTogether: false };

/** better-sqlite3 with the product's own settings: WAL, and every commit flushed to disk. */
export function bareSqlite(file: string): BareDriver {
  const database = new SqliteFile(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) =>
    database.prepare(sql),
  ) as [Statement, Statement, Statement];
  const prepared = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = prepared.get(text) ?? database.prepare(text);
    prepared.set(text, known);
    return known;
  };
  return {
    prepare: (batch) => handWritten(batch, STYLE),
    transact: async (statements) => {
      begin.run();
      try {
        for (const [index, { text, values }] of statements.entries()) {
          const { changes } = statement(text).run(...values);
          if (index === 0 && changes !== 1) throw new Error(`${changes} rows changed, not 1: ${text}`);
        }
        commit.run();
      } catch (error) {
        rollback.run();
        throw error;
      }
    },
    close: async () => void database.close(),
  };
}
