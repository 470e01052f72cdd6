import type { MetricsPage } from '../core/metrics.page';
import { MetricsServer } from './metrics.server';

const TOKEN = 'a-token-for-the-scraper';
const page = (render: () => Promise<string>) =>
  ({ mediaType: 'text/plain', render }) satisfies Partial<MetricsPage> as unknown as MetricsPage;
const settings = { HOST: '127.0.0.1', METRICS_PORT: 0, METRICS_TOKEN: TOKEN };
const get = (url: string, token?: string) =>
  fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

describe('the one page of a worker', () => {
  let server: MetricsServer;
  afterEach(() => server.onModuleDestroy());
  const open = async (render = () => Promise.resolve('bureau 1\n'), more = {}) => {
    server = new MetricsServer(page(render), { ...settings, ...more });
    await server.onApplicationBootstrap();
    return `${String(server.address)}/metrics`;
  };

  it('is shown for the token, and for nothing else', async () => {
    const url = await open();
    const answer = await get(url, TOKEN);
    expect([answer.status, await answer.text()]).toEqual([200, 'bureau 1\n']);
    for (const token of [undefined, '', 'no', `${TOKEN}x`]) expect((await get(url, token)).status).toBe(401);
    expect((await get(url.replace('metrics', ''), TOKEN)).status).toBe(404);
  });

  it('is shown to nobody when there is no token', async () => {
    const url = await open(undefined, { METRICS_TOKEN: undefined });
    for (const token of ['', 'undefined']) expect((await get(url, token)).status).toBe(401);
  });

  it('that cannot be made leaves the worker at work', async () => {
    const url = await open(() => Promise.reject(new Error('no')));
    expect((await get(url, TOKEN)).status).toBe(500);
  });

  it('is not there unless a port was given', async () => {
    server = new MetricsServer(
      page(() => Promise.resolve('')),
      { ...settings, METRICS_PORT: undefined },
    );
    await server.onApplicationBootstrap();
    expect(server.address).toBeNull();
  });
});
