import type { INestApplicationContext } from '@nestjs/common';
import { RegisterRequest } from '@bureau/mediation';
import { Database, Turns } from '@bureau/platform';
import { aBureau, type Bureaus, describeBureau } from '../support/bureau.context';
import { acknowledged, commandsOn, faultsAfter, sendAll } from '../support/command.checker';
import { sqlitePlace } from '../support/databases';
import { FailingDatabase, GuardlessDatabase } from '../support/failing-databases';
import { aNikoRegistration } from '../support/request.builder';

const COMMANDS = 200;

/** Everybody at once: what is left when the turns within a process are taken away. */
class NoTurns extends Turns {
  override take<T>(_: string, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

async function register(process: INestApplicationContext, count: number): Promise<string[]> {
  const registering = Array.from({ length: count }, () =>
    process.get(RegisterRequest).execute({ event: aNikoRegistration(), actor: 'anna' }),
  );
  const results = await Promise.all(registering);
  return results.map((result) => {
    if (!result.ok) throw new Error(result.error.because);
    return result.value.number;
  });
}

/** Sends the commands, then once more those whose sender was left without an answer, under the same keys. */
async function faultsOfLoad(
  processes: readonly INestApplicationContext[],
  requests: readonly string[],
  count = COMMANDS,
): Promise<string[]> {
  const [process] = processes;
  if (!process) throw new Error('no process');
  const commands = commandsOn(requests, count);
  const first = await sendAll(processes, commands);
  const faults = await faultsAfter(process, first);
  const unanswered = first
    .filter(({ outcomes }) => outcomes.every((it) => it.status === 'rejected' || !it.value.ok))
    .map(({ command }) => command)
    .filter(({ fate }) => fate !== 'refused');
  const second = await sendAll([process], unanswered);
  const expected = commands.filter(({ fate }) => fate !== 'refused').length;
  const total = acknowledged(first) + acknowledged(second);
  return [
    ...faults,
    ...(await faultsAfter(process, second)),
    ...(total === expected ? [] : [`${total} commands were taken in the end, not ${expected}`]),
  ];
}

describeBureau(`${COMMANDS} commands at the same moment, half of them refused or failing`, suite);

function suite({ open, place }: Bureaus): void {
  const between = (database: Database) => new FailingDatabase(database);
  let here: INestApplicationContext;
  let there: INestApplicationContext;
  beforeAll(async () => {
    const url = place();
    here = await open(url, { between });
    there = await open(url, { between, turns: new NoTurns() });
  });

  it('lose, double and half write nothing of one request', async () => {
    expect(await faultsOfLoad([here], await register(here, 1))).toEqual([]);
  }, 60_000);

  it('lose, double and half write nothing of two hundred requests', async () => {
    const requests = await register(here, COMMANDS);
    expect(new Set(requests).size).toBe(COMMANDS);
    expect(await faultsOfLoad([here], requests)).toEqual([]);
  }, 60_000);

  it('lose, double and half write nothing when two processes share the database', async () => {
    const [one = '', ...others] = await register(there, 20);
    expect(await faultsOfLoad([here, there], [one])).toEqual([]);
    expect(await faultsOfLoad([here, there], others)).toEqual([]);
  }, 60_000);

  it('lose, double and half write nothing without turns within the process: the guard of the write holds', async () => {
    const requests = await register(there, 4);
    expect(await faultsOfLoad([there], requests, 40)).toEqual([]);
  }, 60_000);
}

describe('the checker of parallel commands has teeth', () => {
  it('finds what a careless save loses, doubles and half writes', async () => {
    const place = sqlitePlace();
    const careless = await aBureau(place.url, {
      between: (database) => new FailingDatabase(new GuardlessDatabase(database)),
      turns: new NoTurns(),
    });
    const requests = [await registerOne(careless), await registerOne(careless)];
    const faults = (await faultsOfLoad([careless], requests)).join('\n');
    expect(faults).toMatch(/was acknowledged, and is lost/);
    expect(faults).toMatch(/is half written/);
    expect(faults).toMatch(/does not verify/);
    await careless.close();
    await place.remove();
  }, 60_000);

  it('finds what a failing save half writes even when commands take turns', async () => {
    const place = sqlitePlace();
    const careless = await aBureau(place.url, {
      between: (database) => new FailingDatabase(new GuardlessDatabase(database)),
    });
    const faults = (await faultsOfLoad([careless], [await registerOne(careless)], 16)).join('\n');
    expect(faults).toMatch(/\(fails midway\) was not acknowledged, and is there/);
    await careless.close();
    await place.remove();
  }, 60_000);

  const registerOne = async (process: INestApplicationContext): Promise<string> =>
    (await register(process, 1))[0] ?? '';
});
