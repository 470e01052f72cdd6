import { execFileSync } from 'node:child_process';

const CANDIDATES = ['postgres://root@127.0.0.1:5432/test', 'postgres://postgres@127.0.0.1:5432/test'];
/** Set by whoever probed first (a global set-up may); empty for "none answers". */
const REMEMBERED = 'BUREAU_TEST_POSTGRES';

/** Prints the first URL that answers. Jest collects tests synchronously, so a child process has to do the waiting. */
const PROBE = `
const { Client } = require('pg');
(async () => {
  for (const url of process.argv.slice(1)) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return process.stdout.write(url);
    } catch {}
  }
})();`;

/**
 * The URL of a PostgreSQL that answers now, or null. TEST_DATABASE_URL when set, else the server of this machine.
 * Throws when a server was asked for (TEST_DATABASE_URL, or CI is set) and does not answer: a suite left out silently
 * would look like a suite that passed.
 */
export function reachablePostgres(): string | null {
  const wanted = process.env.TEST_DATABASE_URL;
  const url = (process.env[REMEMBERED] ??= probe(wanted ? [wanted] : CANDIDATES));
  if (!url && (wanted || process.env.CI)) {
    throw new Error(`PostgreSQL does not answer (${wanted ? 'TEST_DATABASE_URL' : CANDIDATES.join(', ')})`);
  }
  return url || null;
}

const probe = (urls: readonly string[]): string =>
  execFileSync(process.execPath, ['-e', PROBE, ...urls], { encoding: 'utf8', timeout: 10_000 });
