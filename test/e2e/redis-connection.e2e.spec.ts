import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisServer } from '../../libs/platform/queue/redis.server';
import { builtProgram, ServingProgram } from '../support/built.program';
import { Visitor } from '../support/http.visitor';
import { canServeTls, startTlsRedis, type TlsRedis } from '../support/tls.redis';

interface Readiness {
  readonly status: string;
  readonly parts: { readonly queue: { readonly reachable: boolean; readonly why?: string } };
}

describe('a Redis that does not answer', () => {
  it('is let go of at once: nothing keeps the process from ending', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length;
    const before = timers();
    const server = new RedisServer('redis://127.0.0.1:1', { lockDuration: 1, stalledInterval: 1 }, 'bureau');
    await expect(server.ping()).rejects.toThrow();
    // Between two attempts to connect there is no connection whose end could be heard.
    await new Promise((resolve) => setTimeout(resolve, 40));
    await server.close();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

if (canServeTls()) describe('a queue on Redis over TLS', suite);

function suite(): void {
  let redis: TlsRedis;
  const cwd = mkdtempSync(join(tmpdir(), 'bureau-tls-'));
  beforeAll(async () => {
    builtProgram();
    redis = await startTlsRedis();
  }, 120_000);
  afterAll(async () => {
    ServingProgram.endAll();
    await redis.stop();
    rmSync(cwd, { recursive: true, force: true });
  });
  const readiness = async (env: Readonly<Record<string, string>>): Promise<Readiness> => {
    const program = await ServingProgram.start({ cwd, env: { QUEUE_URL: redis.url, ...env } });
    const answer = await new Visitor(program.base, null).get('/api/health/ready');
    expect(await program.stop()).toBe(0);
    return answer.body<Readiness>();
  };

  it('is reached when its certificate is vouched for', async () => {
    const { status, parts } = await readiness({ NODE_EXTRA_CA_CERTS: redis.certificate });
    expect(parts.queue).toEqual({ ready: true, driver: 'redis', reachable: true });
    expect(status).toBe('ready');
  });

  it('is not believed when nobody vouches for its certificate: the bureau goes on without it, and says why', async () => {
    const { status, parts } = await readiness({});
    expect(parts.queue).toMatchObject({ reachable: false });
    expect(parts.queue.why).toMatch(/certificate/);
    expect(status).toBe('degraded');
  });
}
