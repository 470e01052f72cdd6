import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from './free-port';
import { PrivateServer } from './private-server';

const PACKAGES = '/usr/lib/postgresql';
const USER = 'bureau';

/** The folder of the newest PostgreSQL server that is installed here, or null. */
export function installedPostgres(): string | null {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : [];
  const folders = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(PACKAGES, version, 'bin'));
  const path = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...path].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

export interface PrivatePostgres {
  readonly server: PrivateServer;
  readonly url: string;
  readonly port: number;
}

/** A cluster of its own, with the settings of the package: every commit is flushed. */
export async function startPostgres(bin: string, folder: string): Promise<PrivatePostgres> {
  const port = await freePort();
  const data = join(folder, 'postgres');
  const as = ordinaryUser();
  mkdirSync(data, { mode: 0o700 });
  if (as) chownSync(data, as.uid, as.gid);
  const initdb = ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C'];
  execFileSync(join(bin, 'initdb'), initdb, { ...as, cwd: '/', stdio: 'pipe' });
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  const server = new PrivateServer({
    name: 'PostgreSQL',
    file: join(bin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    options: { ...as, cwd: '/' },
    answers: () => askedOnce(url, 'select 1'),
  });
  await server.start();
  return { server, url, port };
}

export async function askedOnce(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL refuses to be run by root: then it is run by the account that its package made, or by nobody. */
function ordinaryUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => spawnSync('id', [what, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0)
      return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  }
  return null;
}
