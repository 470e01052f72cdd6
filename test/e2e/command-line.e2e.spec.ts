import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { builtProgram, bureau, type Ran } from '../support/built.program';

const YEAR = resolve('test/fixtures/2025');
const EVENTS = join(YEAR, 'mediation-events.ndjson');

interface AccountLine {
  readonly username: string;
  readonly roles: readonly string[];
  readonly disabled: boolean;
}

describe('the bureau command', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'bureau-cli-'));
    folders.push(made);
    return made;
  };
  beforeAll(() => void builtProgram(), 120_000);
  afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

  const failure = ({ code, out, err }: Ran) => {
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).not.toMatch(/^\s+at .*\.js:\d+/m);
    return err;
  };

  describe('on the year 2025', () => {
    let cwd = '';
    const run = (...args: string[]): Ran => bureau(args, { cwd });
    beforeAll(() => (cwd = folder()));

    it('makes its database in ./data, for its own account only, and says so twice the same', () => {
      expect(run('migrate')).toEqual({ code: 0, out: 'The database is at this version.\n', err: '' });
      expect(run('migrate').code).toBe(0);
      expect(statSync(join(cwd, 'data/bureau.sqlite')).mode & 0o077).toBe(0);
    }, 120_000);

    it('imports the year, and changes nothing the second time', () => {
      const first = run('import-year', YEAR);
      expect(first.code).toBe(0);
      expect(first.out).toMatch(/mediators\.csv: \d+ added, 0 updated, 0 already there/);
      expect(first.out).toMatch(/mediation-events\.ndjson: 914 events applied, 0 already there, 0 bad/);
      expect(first.out).toMatch(/evaluations\.csv: 46 added, 0 updated, 0 already there/);
      const second = run('import-year', YEAR);
      expect(second.code).toBe(0);
      expect(second.out).toMatch(/mediators\.csv: 0 added, 0 updated, \d+ already there/);
      expect(second.out).toMatch(/evaluations\.csv: 0 added, 0 updated, 46 already there/);
      expect(second.out).toMatch(/0 events applied, 914 already there, 0 bad/);
      expect(run('replay', EVENTS).out).toMatch(/0 events applied, 914 already there, 0 bad/);
      const asJson = JSON.parse(run('replay', EVENTS, '--json').out) as object;
      expect(asJson).toEqual({ applied: 0, unchanged: 914, bad: [] });
    }, 120_000);

    it('reports mediation and evaluation of 2025 as they were published', () => {
      const rows = (text: string) => text.trim().split(/\r?\n/).sort();
      const { code, out } = run('report', 'annual', '--year', '2025', '--format', 'csv');
      expect(code).toBe(0);
      const expected = (section: string) => rows(readFileSync(join(YEAR, `expected-${section}.csv`), 'utf8'));
      for (const section of ['mediation', 'evaluation'])
        expect(rows(out).filter((row) => /^year,/.test(row) || row.startsWith(`2025,${section},`))).toEqual(
          expected(section),
        );
      expect(run('report', 'annual', '--year', '2025', '--out', 'report.csv').code).toBe(0);
      expect(rows(readFileSync(join(cwd, 'report.csv'), 'utf8'))).toEqual(rows(out));
    }, 120_000);

    it('verifies, and names the request of which one byte was changed', () => {
      expect(run('verify')).toMatchObject({
        code: 0,
        out: '45 requests checked, 0 with faults\n',
      });
      const database = new Sqlite(join(cwd, 'data/bureau.sqlite'));
      const change = (sql: string) => database.prepare(sql).run();
      change(
        `update mediation_request set snapshot = replace(snapshot, '"PL"', '"PT"') where number = 'MB-2025-001'`,
      );
      const found = run('verify');
      expect(found.code).toBe(1);
      expect(found.err).toMatch(/^MB-2025-001: its history folded again gives another snapshot$/m);
      expect(found.out).toBe('45 requests checked, 1 with faults\n');
      const { failures } = JSON.parse(run('verify', '--json').out) as { failures: { request: string }[] };
      expect(failures.map(({ request }) => request)).toEqual(['MB-2025-001']);
      change(
        `update mediation_request set snapshot = replace(snapshot, '"PT"', '"PL"') where number = 'MB-2025-001'`,
      );
      database.close();
      expect(run('verify').code).toBe(0);
    }, 120_000);

    it('replays nothing of a file with a bad line, and names the line', () => {
      const bad = join(folder(), 'events.ndjson');
      const [first = ''] = readFileSync(EVENTS, 'utf8').split('\n');
      const lines = [first.replaceAll('MB-2025-001', 'MB-2025-901'), '{"at":'];
      writeLines(bad, lines);
      const refused = run('replay', bad);
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/events\.ndjson:2: it is not a whole JSON object/);
      expect(refused.err).toMatch(/1 bad; nothing was written/);
      expect(refused.out).toMatch(/0 events applied/);
      const rest = run('replay', bad, '--continue');
      expect(rest.code).toBe(1);
      expect(rest.out).toMatch(/1 events applied, 0 already there, 1 bad/);
      expect(run('replay', 'nowhere.ndjson')).toMatchObject({
        code: 1,
        err: expect.stringMatching(/nowhere\.ndjson/) as unknown,
      });
    }, 120_000);
  });

  it('keeps accounts: adds, lists, disables, and gives new passwords that are shown once', () => {
    const cwd = folder();
    const run = (...args: string[]): Ran => bureau(args, { cwd });
    const added = run(
      'user',
      'add',
      'Anna',
      '--role',
      'coordinator',
      '--name',
      'Anna de Vries',
      '--language',
      'en',
    );
    expect(added).toMatchObject({ code: 0, err: '' });
    const password = /^password: (\S+)$/m.exec(added.out)?.[1] ?? '';
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    const typed = bureau(
      ['user', 'add', 'mia', '--role', 'mediator', '--person', 'm01', '--password-stdin'],
      {
        cwd,
        input: 'een lang wachtwoord\n',
      },
    );
    expect(typed).toEqual({ code: 0, out: 'mia added as mediator\n', err: '' });
    expect(failure(run('user', 'add', 'anna', '--role', 'student'))).toMatch(/account of this name already/);
    expect(
      failure(
        bureau(['user', 'add', 'kort', '--role', 'student', '--password-stdin'], { cwd, input: 'kort\n' }),
      ),
    ).toMatch(/12/);
    expect(failure(run('user', 'disable', 'nobody'))).toMatch(/nobody: there is no such account/);
    const reset = run('user', 'reset', 'anna');
    expect(reset.code).toBe(0);
    expect(reset.out).not.toContain(password);
    expect(run('user', 'disable', 'mia')).toMatchObject({ code: 0, out: 'mia is disabled\n' });
    expect(run('user', 'enable', 'mia')).toMatchObject({ code: 0, out: 'mia is enabled\n' });
    expect(run('user', 'disable', 'mia').code).toBe(0);
    expect(run('user', 'language', 'mia', 'en')).toMatchObject({ code: 0, out: 'mia: en\n' });
    expect(failure(run('user', 'language', 'mia', 'de'))).toMatch(/nl, en/);
    for (const wish of [
      ['enable', 'nobody'],
      ['language', 'nobody', 'nl'],
    ])
      expect(failure(run('user', ...wish))).toMatch(/nobody: there is no such account/);
    const listed = JSON.parse(run('user', 'list', '--json').out) as AccountLine[];
    expect(listed.map(({ username, roles, disabled }) => [username, roles.join(), disabled])).toEqual([
      ['anna', 'coordinator', false],
      ['mia', 'mediator', true],
    ]);
    expect(run('user', 'list').out).toMatch(/^mia\tmia\tmediator\tdisabled$/m);
    const stored = readFileSync(join(cwd, 'data/bureau.sqlite')).toString('latin1');
    expect(stored).not.toContain(password);
  }, 120_000);

  it('fills an empty bureau with a demo that verifies, once', () => {
    const cwd = folder();
    const run = (...args: string[]): Ran => bureau(args, { cwd });
    const demo = run('demo');
    expect(demo).toMatchObject({ code: 0, err: '' });
    expect(demo.out).toMatch(/A small bureau: [78] requests, \d+ events, 6 mediators/);
    expect(demo.out.match(/([a-z2-9]{5}-){3}[a-z2-9]{5}/g)).toHaveLength(7);
    const [, requests] = /bureau: (\d) requests/.exec(demo.out) ?? [];
    expect(run('verify')).toMatchObject({
      code: 0,
      out: `${requests} requests checked, 0 with faults\n`,
    });
    expect(failure(run('demo'))).toMatch(/not empty/);
    expect(run('verify').code).toBe(0);
  }, 120_000);

  it.each([
    [['--help'], /serve.*worker.*migrate.*import.*replay.*report.*verify.*user.*demo/s],
    [['user', 'add', '--help'], /--role.*--password-stdin/s],
    [['report', 'annual', '--help'], /--year.*--format/s],
    [['replay', '--help'], /--continue.*--json/s],
  ])(
    'helps on every level: %j',
    (args, words) => {
      const { code, out, err } = bureau(args, { cwd: folder() });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(words);
    },
    30_000,
  );

  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['report', 'annual', '--year', 'MMXXV'], /must be a year of four digits/],
    [['report', 'annual', '--year', '0025'], /must be a year of four digits, from 1900/],
    [['report', 'annual', '--year', '2025', '--format', 'stone'], /Allowed choices are/],
    [['user', 'add', 'anna', '--role', 'king'], /must be among coordinator/],
    [['user', 'add', '--role', 'student'], /missing required argument/],
    [['verify', '--fix'], /unknown option '--fix'/],
    [['import', 'families.csv'], /no such file is known/],
    [['import-year', 'nowhere'], /holds none of/],
  ])(
    'says what is wrong with %j and ends with 1',
    (args, words) => {
      expect(failure(bureau(args, { cwd: folder() }))).toMatch(words);
    },
    30_000,
  );

  it('names every setting that is wrong, at once, and starts nothing', () => {
    const env = {
      DATABASE_URL: 'mysql://u:secret@h/db',
      QUEUE_URL: 'amqp://u:secret@h',
      PORT: '70000',
      BUREAU_TIMEZONE: 'Europe/Atlantis',
      SWEEP_SECONDS: '0',
    };
    for (const command of ['serve', 'migrate']) {
      const cwd = folder();
      const err = failure(bureau([command], { cwd, env }));
      expect(err).toMatch(/These settings are wrong, so nothing was started/);
      for (const name of Object.keys(env)) expect(err).toMatch(new RegExp(`^  ${name}: `, 'm'));
      expect(err).not.toContain('secret');
      expect(readdirSync(cwd)).toEqual([]);
    }
  }, 120_000);
});

function writeLines(file: string, lines: readonly string[]): void {
  writeFileSync(file, `${lines.join('\n')}\n`);
}
