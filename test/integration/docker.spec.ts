import { existsSync, readFileSync } from 'node:fs';
import { envSchema } from '@bureau/config';

const text = (path: string): string => readFileSync(path, 'utf8');
const dockerfile = text('docker/Dockerfile');
const composes = ['docker/compose.yaml', 'docker/compose.scaled.yaml'].map(text);
const manifest = JSON.parse(text('package.json')) as {
  readonly bin: { readonly bureau: string };
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
};
const settings = Object.keys(envSchema.shape);
const all = (of: string, words: RegExp): string[] => [...of.matchAll(words)].map(([, found = '']) => found);

/** No container engine where this is tested: what can be held against the program, is. */
describe('the container files', () => {
  it('build with a Node that the program takes, the same in every stage', () => {
    const majors = all(dockerfile, /^FROM node:(\d+)/gm);
    const [least] = /\d+/.exec(manifest.engines.node) ?? [];
    expect(majors.length).toBe(2);
    expect(new Set(majors)).toEqual(new Set([least]));
  });

  it('run only scripts that are there, and install exactly what is locked', () => {
    for (const script of all(dockerfile, /npm run ([\w:-]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(script);
    expect(dockerfile).toMatch(/npm ci /);
    expect(dockerfile).not.toMatch(/npm install/);
  });

  it('start what the build makes', () => {
    expect(dockerfile).toContain(`"/app/${manifest.bin.bureau}"`);
    for (const entry of [dockerfile, ...composes].flatMap((it) => all(it, /\/app\/dist\/([\w/]+)\.js/g)))
      expect([entry, existsSync(`${entry}.ts`)]).toEqual([entry, true]);
  });

  it('set only what is a setting of the program', () => {
    const line = /^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '';
    const set = all(line, /(\w+)=/g).filter((name) => name !== 'NODE_ENV');
    const inCompose = composes.flatMap((it) => all(it, /^ {4}([A-Z_]+_URL): /gm));
    for (const name of [...set, ...inCompose]) expect(settings).toContain(name);
    const values = Object.fromEntries(all(line, /(\w+=\S+)/g).map((one) => one.split(/=(.*)/s)));
    expect(envSchema.safeParse(values).success).toBe(true);
    expect(dockerfile).toContain(`EXPOSE ${String(values['PORT'])}`);
  });

  it('ask for health where the program tells it, and give running work its time', () => {
    const asked = [dockerfile, ...composes].flatMap((it) => all(it, /(\/api\/health\/\w+)/g));
    expect(new Set(asked)).toEqual(new Set(['/api/health/ready']));
    for (const compose of composes) expect(compose).toMatch(/stop_grace_period: \d+s/);
    expect(composes.every((it) => it.includes('init: true'))).toBe(true);
  });

  it('run nothing as root and leave no secret in the image', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).not.toMatch(/PASSWORD|TOKEN|SECRET/);
    expect(text('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env']));
  });
});
