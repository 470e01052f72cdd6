import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { builtProgram, bureau, ServingProgram } from '../support/built.program';
import { Visitor } from '../support/http.visitor';
import { aNikoRegistration } from '../support/request.builder';

describe('the bureau as it is started', () => {
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'bureau-serve-'));
    folders.push(made);
    return made;
  };
  beforeAll(() => void builtProgram(), 120_000);
  afterAll(() => ServingProgram.endAll());
  afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

  it('tells the password of its first account once, keeps it nowhere, and takes colleagues while it runs', async () => {
    const cwd = folder();
    const first = await ServingProgram.start({ cwd });
    const password = first.password ?? '';
    expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(first.output.split(password)).toHaveLength(2);
    const admin = new Visitor(first.base, await new Visitor(first.base, null).token('admin', password));
    expect((await admin.register(aNikoRegistration())).status).toBe(201);

    const added = bureau(['user', 'add', 'anna', '--role', 'coordinator', '--password-stdin'], {
      cwd,
      input: 'een lang wachtwoord',
    });
    expect(added.code).toBe(0);
    const anna = new Visitor(
      first.base,
      await new Visitor(first.base, null).token('anna', 'een lang wachtwoord'),
    );
    expect((await anna.get('/api/worklist')).body()).toMatchObject({ total: 1 });
    expect(bureau(['user', 'disable', 'anna'], { cwd }).code).toBe(0);
    expect((await anna.get('/api/worklist')).status).toBe(401);
    expect(await first.stop()).toBe(0);

    const second = await ServingProgram.start({ cwd });
    expect(second.password).toBeUndefined();
    expect(second.output).not.toContain(password);
    const back = new Visitor(second.base, await new Visitor(second.base, null).token('admin', password));
    expect((await back.get('/api/session')).status).toBe(200);
    expect(await second.stop('SIGINT')).toBe(0);

    const data = join(cwd, 'data');
    for (const file of readdirSync(data))
      expect(readFileSync(join(data, file)).toString('latin1')).not.toContain(password);
    // Told on the terminal, and after that in no line of the log.
    const log = first.output.split('\n').filter((line) => /\bLOG\b|\bERROR\b|\bWARN\b/.test(line));
    expect(log.length).toBeGreaterThan(0);
    expect(log.join('\n')).not.toContain(password);
  }, 60_000);

  it('stops cleanly in the midst of work: whatever it acknowledged is stored, whole', async () => {
    const cwd = folder();
    const serving = await ServingProgram.start({ cwd });
    const stranger = new Visitor(serving.base, null);
    const admin = new Visitor(serving.base, await stranger.token('admin', serving.password ?? ''));
    const acknowledged: { number: string; revision: number }[] = [];
    const statuses = new Set<number>();
    let stopping = false;
    let isEnough: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => (isEnough = resolve));
    const note = (answer: { status: number; body: () => object }): void => {
      statuses.add(answer.status);
      if (answer.status < 300) acknowledged.push(answer.body() as { number: string; revision: number });
      if (acknowledged.length >= 100) isEnough();
    };
    const worker = async (): Promise<void> => {
      const number = await admin.opens(aNikoRegistration());
      while (!stopping)
        note(
          await admin.tell(number, {
            type: 'interim_contact.agreed',
            starting: '2026-03-20',
            how: 'video',
            supervised: false,
          }),
        );
    };
    const goingOn = Array.from({ length: 8 }, () => worker());
    // A call that the end cuts off has no answer, and promises nothing.
    const cutOff = Promise.allSettled(goingOn);
    await Promise.race([enough, Promise.all(goingOn)]);
    const outcome = await serving.stop();
    stopping = true;
    await cutOff;
    expect(outcome).toBe(0);
    expect([...statuses]).toEqual([200]);

    const database = new Sqlite(join(cwd, 'data/bureau.sqlite'), { readonly: true });
    const stored = database
      .prepare("select request || ' ' || position as it from request_event")
      .pluck()
      .all() as string[];
    const known = new Set(stored);
    expect(acknowledged.filter(({ number, revision }) => !known.has(`${number} ${revision}`))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(100);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    expect(bureau(['verify'], { cwd })).toMatchObject({
      code: 0,
      out: '8 requests checked, 0 with faults\n',
    });
  }, 60_000);
});
