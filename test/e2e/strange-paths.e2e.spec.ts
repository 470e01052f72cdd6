import { describeApiOnSqlite } from '../support/bureau.api';

const PERSON = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const PATHS = [
  '/nowhere',
  '/apis',
  '/admin/',
  '/.env',
  '/static/app.js',
  '/%2e%2e/etc/passwd',
  '/mediation-requests',
];

describeApiOnSqlite('a path that is nobody’s', (api) => {
  it.each(PATHS)('%s gets a program a problem document', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await api().stranger.send(method, path);
      expect([answer.status, answer.code]).toEqual([404, 'not-found']);
    }
  });

  it.each(PATHS)('%s gets a person a page that leads back to the front door', async (path) => {
    const answer = await api().stranger.get(path, PERSON);
    expect([answer.status, answer.mediaType]).toEqual([404, 'text/html']);
    expect(answer.text).toContain('href="/"');
    expect(answer.text).not.toContain(path);
  });

  it('below /api is a problem document for everybody', async () => {
    for (const headers of [{}, PERSON])
      expect((await api().stranger.get('/api/nowhere', headers)).code).toBe('not-found');
  });

  it.each(['/%', '/%ff', '/api/%ff', '/api/mediation-requests/%ff'])(
    '%s, which cannot be decoded, leaks no stack',
    async (path) => {
      for (const headers of [{}, PERSON]) {
        const { status, text } = await api().stranger.get(path, headers);
        expect([400, 401, 404]).toContain(status);
        expect(text).not.toMatch(/node_modules|\bat .*:\d+|URIError/);
      }
    },
  );

  it('carries the headers of every other answer', async () => {
    const { headers } = await api().stranger.get('/nowhere', PERSON);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('leaves the front door open', async () => {
    expect((await api().stranger.get('/', PERSON)).status).toBe(200);
  });
});
