import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis that speaks TLS only, under a certificate that this test made itself. */
export interface TlsRedis {
  readonly url: string;
  /** The file of the certificate, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  stop(): Promise<void>;
}

/** False, and said loudly, where no redis-server with TLS or no openssl is installed. */
export function canServeTls(): boolean {
  if (spawnSync('openssl', ['version']).status === 0 && redisKnowsTls()) return true;
  const note = 'NOT TESTED: rediss:// (no redis-server with TLS, or no openssl, is installed)';
  console.warn(`\n  ######  ${note}  ######\n`);
  const { TEST_NOTES_FILE: notes } = process.env;
  if (notes) appendFileSync(notes, `${note}\n`);
  return false;
}

/** It reads its settings in order and ends at the first that it does not know or cannot use. */
function redisKnowsTls(): boolean {
  const { stdout, stderr } = spawnSync('redis-server', ['--tls-port', '0', '--port', 'none'], {
    encoding: 'utf8',
    timeout: 5_000,
  });
  return `${stdout}${stderr}`.includes("'port");
}

export async function startTlsRedis(): Promise<TlsRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'bureau-tls-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const wanted = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', ...made, ...wanted], { stdio: 'ignore' });
  const port = await freePort();
  const tls = ['--tls-port', String(port), '--tls-cert-file', certificate, '--tls-key-file', key];
  const rest = [
    '--port',
    '0',
    '--tls-auth-clients',
    'no',
    '--save',
    '',
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
  ];
  const server = spawn('redis-server', [...tls, ...rest], { stdio: ['ignore', 'pipe', 'pipe'] });
  await saysReady(server);
  return {
    url: `rediss://localhost:${port}`,
    certificate,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function saysReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/Ready to accept connections/i.test(said)) resolve();
    });
    server.once('exit', () => reject(new Error(`redis-server ended: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
