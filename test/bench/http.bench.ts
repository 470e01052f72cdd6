import { Agent, request } from 'node:http';
import { start } from './child';
import type { Ground } from './places';
import { countOf, drive, median, quantile, ratioOf, spreadOf, type Lanes, type Spread } from './rounds';
import type { ServerOrder, ServerReady } from './server.process';
import { copyOf, type Story } from './stories';

/** The whole way in and out, beside a door with nothing behind it. */
export const HTTP_GOAL = 0.5;

const CLIENTS = [1, 20];
const WARM_UPS = 4;

export interface Latencies {
  /** Calls a second. */
  readonly rate: Spread;
  /** Milliseconds of one call: the median of the rounds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface HttpResult {
  readonly clients: number;
  readonly advance: Latencies;
  readonly parsed: Latencies;
  readonly ratio: Spread;
}

interface Call {
  readonly path: string;
  readonly body: string;
}

/** POST …/events, and beside it in the same rounds an endpoint of the same server that only authenticates and parses. */
export async function benchHttp(
  ground: Ground,
  year: readonly Story[],
  rounds: number,
): Promise<HttpResult[]> {
  const place = ground.place();
  const [now] = year.map(({ registration }) => registration.at).sort();
  if (!now) throw new Error('there is no story to tell');
  // All of it happens at the beginning of the year: later, every deadline would be due at once, and the server would be
  // measured while it tells of them. Children who were not born by then are left out.
  const stories = year.filter(({ registration }) =>
    registration.event.children.every(({ birthDate }) => birthDate < now.slice(0, 10)),
  );
  const order: ServerOrder = { url: place.url, now };
  const server = await start<ServerOrder, ServerReady>('server.process.ts', order);
  const client = new Client(server.ready, Math.max(...CLIENTS));
  const found = CLIENTS.map((clients) => ({ clients, advance: [] as Round[], parsed: [] as Round[] }));
  try {
    for (let round = -WARM_UPS; round < rounds; round++) {
      for (const [index, { clients, advance, parsed }] of found.entries()) {
        const copy = copyOf(stories, (round + WARM_UPS) * CLIENTS.length + index);
        const events = await registered(client, copy);
        const advanced = await roundOf(client, events, clients);
        const same = events.map((calls) => calls.map((call) => ({ ...call, path: '/api/bench/parsed' })));
        const merely = await roundOf(client, same, clients);
        if (round < 0) continue;
        advance.push(advanced);
        parsed.push(merely);
      }
    }
  } finally {
    client.close();
    await server.stop();
    await place.remove();
  }
  return found.map(({ clients, advance, parsed }) => ({
    clients,
    advance: latenciesOf(advance),
    parsed: latenciesOf(parsed),
    ratio: ratioOf(
      advance.map(({ rate }) => rate),
      parsed.map(({ rate }) => rate),
    ),
  }));
}

/** Registers every request of the year; answers the calls that take each of them to its end. */
async function registered(client: Client, stories: readonly Story[]): Promise<Lanes<Call>> {
  const lanes = [];
  for (const { registration, later } of stories) {
    const answer = await client.post({
      path: '/api/mediation-requests',
      body: JSON.stringify(registration.event),
    });
    const { number } = JSON.parse(answer) as { readonly number: string };
    const path = `/api/mediation-requests/${number}/events`;
    lanes.push(later.map(({ event }) => ({ path, body: JSON.stringify(event) })));
  }
  return lanes;
}

interface Round {
  readonly rate: number;
  /** Milliseconds of every call. */
  readonly took: readonly number[];
}

async function roundOf(client: Client, lanes: Lanes<Call>, clients: number): Promise<Round> {
  const took: number[] = [];
  const millis = await drive(lanes, clients, async (call) => {
    const start = performance.now();
    await client.post(call);
    took.push(performance.now() - start);
  });
  return { rate: (countOf(lanes) / millis) * 1000, took };
}

const latenciesOf = (rounds: readonly Round[]): Latencies => {
  const of = (share: number) => median(rounds.map(({ took }) => quantile(took, share)));
  return { rate: spreadOf(rounds.map(({ rate }) => rate)), p50: of(0.5), p95: of(0.95), p99: of(0.99) };
};

/** Plain HTTP over connections that stay open. Any answer but success ends the bench. */
class Client {
  private readonly agent: Agent;

  constructor(
    private readonly server: ServerReady,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  post({ path, body }: Call): Promise<string> {
    const headers = {
      authorization: `Bearer ${this.server.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const { agent } = this;
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.server.port, method: 'POST', path, headers, agent },
        (response) => {
          const parts: string[] = [];
          response.setEncoding('utf8').on('data', (part: string) => parts.push(part));
          response.on('error', reject).on('end', () => {
            const answer = parts.join('');
            if (response.statusCode === 200 || response.statusCode === 201) resolve(answer);
            else reject(new Error(`${path} answered ${response.statusCode}: ${answer}\nto ${body}`));
          });
        },
      );
      sent.setTimeout(30_000, () => sent.destroy(new Error(`${path} did not answer within 30 s`)));
      sent.on('error', reject).end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
