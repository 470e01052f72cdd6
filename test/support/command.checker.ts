import type { INestApplicationContext } from '@nestjs/common';
import type { Result } from '@bureau/kernel';
import {
  AdvanceRequest,
  type AdvanceProblem,
  type Answer,
  type LaterEvent,
  VerifyRequests,
} from '@bureau/mediation';
import { Database } from '@bureau/platform';
import { type Mishap, MISHAPS } from './failing-databases';

/** What is meant to become of a command. */
export type Fate = 'taken' | 'refused' | Mishap;

export interface Command {
  /** Stands in the event's payload, so that its traces can be told from all others. */
  readonly id: string;
  readonly request: string;
  readonly fate: Fate;
  /** How often it is sent at the same moment, under one key. */
  readonly copies: number;
}

type Outcome = PromiseSettledResult<Result<Answer, AdvanceProblem>>;
export interface Sent {
  readonly command: Command;
  readonly outcomes: readonly Outcome[];
}

let loads = 0;

/** So many commands, spread over the requests: half of them taken, the rest refused or failing at some moment. */
export function commandsOn(requests: readonly string[], count: number): Command[] {
  const fates: readonly Fate[] = [
    'taken',
    'refused',
    'taken',
    MISHAPS[0],
    'taken',
    MISHAPS[1],
    'taken',
    MISHAPS[2],
  ];
  loads += 1;
  return Array.from({ length: count }, (_, index) => ({
    id: `load-${loads} command-${index};`,
    request: requests[index % requests.length] ?? '',
    // Shifted once a round where it must be, so that a request does not meet the same fates each time.
    fate:
      fates[(index + (requests.length % 2 === 0 ? Math.floor(index / requests.length) : 0)) % fates.length] ??
      'taken',
    copies: index % 16 === 2 ? 5 : 1,
  }));
}

const eventOf = ({ id, fate }: Command): LaterEvent =>
  fate === 'refused'
    ? { type: 'request.resumed', reason: id }
    : { type: 'interim_contact.agreed', starting: '2026-03-20', how: `${id} ${fate}`, supervised: false };

/** Sends all of them at the same moment, by turns to each of the processes. */
export async function sendAll(
  processes: readonly INestApplicationContext[],
  commands: readonly Command[],
): Promise<Sent[]> {
  const useCases = processes.map((process) => process.get(AdvanceRequest));
  let turn = 0;
  const next = (): AdvanceRequest => {
    const useCase = useCases[turn++ % useCases.length];
    if (!useCase) throw new Error('there is no process');
    return useCase;
  };
  const send = (command: Command) =>
    next().execute({
      number: command.request,
      event: eventOf(command),
      actor: 'anna',
      idempotency: { key: command.id.replaceAll(' ', '.'), bodyHash: command.id },
    });
  const sending = commands.map((command) => ({
    command,
    calls: Array.from({ length: command.copies }, () => send(command)),
  }));
  return Promise.all(
    sending.map(async ({ command, calls }) => ({
      command,
      outcomes: (await Promise.allSettled(calls)) as Outcome[],
    })),
  );
}

interface StoredEvent {
  readonly request: string;
  readonly position: number;
  readonly payload: string;
}

/**
 * Compares what was answered with what is stored. A sentence for everything lost, doubled or half written; empty when
 * every promise was kept.
 */
export async function faultsAfter(
  process: INestApplicationContext,
  sent: readonly Sent[],
): Promise<string[]> {
  const database = process.get(Database);
  const events = await database.read<StoredEvent>(
    'select request, position, payload from request_event order by request, position',
  );
  const { failures } = await process.get(VerifyRequests).execute();
  return [
    ...sent.flatMap((one) => faultsOfCommand(one, events)),
    ...(await faultsOfFiles(database)),
    ...failures.map(({ request, why }) => `${request} does not verify: ${why}`),
  ];
}

function faultsOfCommand({ command, outcomes }: Sent, events: readonly StoredEvent[]): string[] {
  const { id, fate, request } = command;
  const traces = events.filter(({ payload }) => payload.includes(id));
  const faults: string[] = [];
  const say = (what: string): void => void faults.push(`${request} ${id} (${fate}) ${what}`);
  if (traces.length > 1) say(`is there ${traces.length} times`);
  if (traces.some((trace) => trace.request !== request)) say('is in another request');
  const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const taken = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  if (new Set(taken.map((answer) => JSON.stringify(answer))).size > 1) say('got two different answers');
  for (const { revision } of taken) {
    const [trace] = traces;
    if (!trace) say('was acknowledged, and is lost');
    else if (trace.position !== revision)
      say(`was acknowledged as ${revision}, and stands at ${trace.position}`);
  }
  const failed = outcomes.some(({ status }) => status === 'rejected');
  const isUncertain = failed && fate === 'fails after';
  if (traces.length > 0 && taken.length === 0 && !isUncertain) say('was not acknowledged, and is there');
  if (fate === 'refused' && !answers.every((answer) => !answer.ok && answer.error.because === 'refused'))
    say('was not refused');
  if (fate === 'taken' && failed) say('failed');
  return faults;
}

/** Every request: its revision, its history and its journal say the same number. */
async function faultsOfFiles(database: Database): Promise<string[]> {
  const rows = await database.read<{
    number: string;
    revision: number;
    events: number;
    last: number;
    lines: number;
  }>(
    `select number, revision,
       (select count(*) from request_event where request = number) as events,
       (select max(position) from request_event where request = number) as last,
       (select count(*) from audit_entry where file = number) as lines
     from mediation_request`,
  );
  return rows
    .filter(
      ({ revision, events, last, lines }) => events !== revision || last !== revision || lines !== revision,
    )
    .map((row) => `${row.number} is half written: ${JSON.stringify(row)}`);
}

/** The commands that failed, or found too many others at work: whoever sent them will send them again. */
export const unanswered = (sent: readonly Sent[]): Command[] =>
  sent
    .filter(({ outcomes }) => !outcomes.some((it) => it.status === 'fulfilled' && it.value.ok))
    .map(({ command }) => command)
    .filter(({ fate }) => fate !== 'refused');
