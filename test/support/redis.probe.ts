import { execFileSync } from 'node:child_process';

const USUAL = 'redis://127.0.0.1:6379';

/** Jest collects tests synchronously, so a child process has to do the waiting. */
const PROBE = `
const { Redis } = require('ioredis');
const redis = new Redis(process.argv[1], { maxRetriesPerRequest: 0, connectTimeout: 1000, retryStrategy: null });
redis.on('error', () => undefined);
redis.ping().then(() => process.stdout.write('PONG'), () => undefined).finally(() => redis.disconnect());`;

/**
 * The URL of a Redis that answers now, or null. TEST_REDIS_URL when set, else the server of this machine. Throws when
 * one was asked for (TEST_REDIS_URL, or CI is set) and does not answer.
 */
export function reachableRedis(): string | null {
  const wanted = process.env.TEST_REDIS_URL;
  const url = wanted ?? USUAL;
  const said = execFileSync(process.execPath, ['-e', PROBE, url], { encoding: 'utf8', timeout: 10_000 });
  if (said === 'PONG') return url;
  if (wanted || process.env.CI) throw new Error(`Redis does not answer (${wanted ? 'TEST_REDIS_URL' : url})`);
  return null;
}
