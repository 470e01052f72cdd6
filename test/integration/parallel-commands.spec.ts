import type { INestApplicationContext } from '@nestjs/common';
import { RegisterRequest } from '@bureau/mediation';
import { Database, Turns } from '@bureau/platform';
import { aBureau, type Bureaus, describeBureau } from '../support/bureau.context';
import { commandsOn, faultsAfter, sendAll, unanswered } from '../support/command.checker';
import { sqlitePlace } from '../support/databases';
import { FailingDatabase, GuardlessDatabase } from '../support/failing-databases';
import { aNikoRegistration } from '../support/request.builder';

const COMMANDS = 200;
const MOST_ROUNDS = 4;

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

/** Sends the commands; then, as a client would, again under their keys those that were left without an answer. */
async function faultsOfLoad(
  processes: readonly INestApplicationContext[],
  requests: readonly string[],
  count = COMMANDS,
): Promise<string[]> {
  const [process] = processes;
  if (!process) throw new Error('no process');
  const faults: string[] = [];
  let waiting = commandsOn(requests, count);
  for (let round = 0; round < MOST_ROUNDS && waiting.length > 0; round++) {
    const sent = await sendAll(round === 0 ? processes : [process], waiting);
    faults.push(...(await faultsAfter(process, sent)));
    waiting = unanswered(sent);
  }
  return [...faults, ...waiting.map(({ id, fate }) => `${id} (${fate}) was never taken`)];
}

describeBureau(`${COMMANDS} commands at the same moment, half of them refused or failing`, suite);

function suite({ open, place }: Bureaus): void {
  const failed = new Set<string>();
  const between = (database: Database) => new FailingDatabase(database, failed);
  let url = '';
  let here: INestApplicationContext;
  beforeAll(async () => {
    url = place();
    here = await open(url, { between });
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
    const there = await open(url, { between });
    const [one = '', ...others] = await register(there, 20);
    expect(await faultsOfLoad([here, there], [one])).toEqual([]);
    expect(await faultsOfLoad([here, there], others)).toEqual([]);
  }, 60_000);

  it('lose, double and half write nothing without turns within the process: the guard of the write holds', async () => {
    const everybodyAtOnce = await open(url, { between, turns: new NoTurns() });
    const requests = await register(here, 4);
    expect(await faultsOfLoad([everybodyAtOnce], requests, 40)).toEqual([]);
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
    expect(faults).toMatch(/is half written/);
    expect(faults).toMatch(/does not verify/);
    await careless.close();
    await place.remove();
  }, 60_000);

  const registerOne = async (process: INestApplicationContext): Promise<string> =>
    (await register(process, 1))[0] ?? '';
});
