import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { PrivateServer } from './private-server';

export const isRedisInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export interface PrivateRedis {
  readonly server: PrivateServer;
  readonly url: string;
}

/** A Redis of its own, kept as docker/ keeps it: an append-only file, and nothing thrown away when memory is short. */
export async function startRedis(folder: string): Promise<PrivateRedis> {
  const port = await freePort();
  const dir = join(folder, 'redis');
  mkdirSync(dir);
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    dir,
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  };
  const url = `redis://127.0.0.1:${port}/0`;
  const server = new PrivateServer({
    name: 'Redis',
    file: 'redis-server',
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    answers: () => tellRedis(url, async (redis) => void (await redis.ping())),
  });
  await server.start();
  return { server, url };
}

export async function tellRedis(url: string, work: (redis: Redis) => Promise<void>): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, connectTimeout: 1_000, retryStrategy: null });
  redis.on('error', () => undefined);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}
