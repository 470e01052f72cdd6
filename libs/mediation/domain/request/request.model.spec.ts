import { DUTCH_CALENDAR } from '@bureau/calendar';
import { instantOf, plainDateOf } from '@bureau/kernel';
import {
  anIkoRegistration,
  aNikoRegistration,
  aHeldRequest,
  aSignedRequest,
  aStartedRequest,
  RequestStory,
  stampAt,
  steps as usualSteps,
} from '../../../../test/support/request.builder';
import type { LaterEvent, LaterEventType, Stamped } from '../vocabulary/events';
import { EVENTS } from '../events/events.catalogue';
import { advance, type RequestSnapshot } from './request.engine';
import type { RequestFacts } from './request.facts';
import { MachineSteps } from './machine.steps';
import { requestMachine } from './request.machine';
import { unmetNeeds } from './request.refusal';

/*
 * The machine explored as a model: long random walks over everything that could be sent, allowed or not. The walks
 * are seeded, so a failure can be walked again.
 */

const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const PEOPLE = ['m01', 'm02', 'm03', 'k1', 'k2', 'i1'];

/** Everything that could be sent: what the catalogue suggests, other answers, other people, and plain nonsense. */
function candidates(facts: RequestFacts): LaterEvent[] {
  const suggested = (Object.keys(EVENTS) as LaterEventType[]).flatMap((type) =>
    EVENTS[type].tries(facts).map((payload) => ({ ...payload, type }) as LaterEvent),
  );
  const parents = ['A', 'B'] as const;
  const free = Math.max(0, ...facts.sessions.map(({ no }) => no)) + 1;
  const start = `2026-04-${String(Math.min(28, free + 1)).padStart(2, '0')}`;
  const more: LaterEvent[] = [
    ...parents.flatMap((parent): LaterEvent[] => [
      { type: 'information_talk.held', parent, outcome: 'declined' },
      { type: 'information_talk.held', parent, outcome: 'undecided' },
      { type: 'screening.completed', parent, round: 'information_talk', result: 'no_go' },
      { type: 'screening.completed', parent, round: 'intake', result: 'safeguards', safeguards: ['remote'] },
      { type: 'intake.held', parent, result: 'unsuitable' },
    ]),
    { type: 'directions_hearing.held', decisions: { A: 'no', B: 'undecided' } },
    { type: 'court.dates_changed', directionsHearingOn: plainDateOf('2026-03-20'), reason: 'moved' },
    { type: 'mediators.proposed', mediators: ['m01', 'm02'] },
    { type: 'mediators.proposed', mediators: ['m01', 'm01'] },
    { type: 'mediators.replaced', mediator: 'm01', by: 'm03', reason: 'ill' },
    ...PEOPLE.map((curator): LaterEvent => ({
      type: 'curator.asked',
      curator,
      children: facts.children.map(({ key }) => key),
    })),
    { type: 'curator.asked', curator: 'k1', children: ['nobody'] },
    ...PEOPLE.map((interviewer): LaterEvent => ({
      type: 'child_interview.held',
      children: ['c1'],
      interviewer,
    })),
    ...(['on_site', 'online'] as const).map((mode): LaterEvent => ({
      type: 'sessions.planned',
      sessions: [{ no: free, startsAt: instantOf(`${start}T09:30:00+02:00`), minutes: 180, mode }],
    })),
    { type: 'session.held', no: 1, mode: 'online', present: ['A', 'B'] },
    { type: 'session.held', no: 77, mode: 'online', present: ['A', 'Q'] },
  ];
  return [...suggested, ...more];
}

const ENDINGS = new Set<string>([
  'request.not_started',
  'request.stopped_after_intake',
  'request.withdrawn',
  'request.overtaken',
  'outcome.recorded',
  'request.closed',
]);

const roundTrip = (snapshot: RequestSnapshot): RequestSnapshot =>
  JSON.parse(JSON.stringify(snapshot)) as RequestSnapshot;

const leaves = (value: unknown, path: string[] = []): string[] =>
  typeof value === 'string'
    ? [[...path, value].join('.')]
    : Object.entries((value ?? {}) as object).flatMap(([key, inner]) => leaves(inner, [...path, key]));

interface Node {
  readonly path: readonly string[];
  readonly always?: readonly unknown[];
  readonly states: Record<string, Node>;
}
const everyLeaf = (node: Node): string[] => {
  const inner = Object.values(node.states);
  if (inner.length > 0) return inner.flatMap(everyLeaf);
  return (node.always?.length ?? 0) > 0 || node.path.at(-1) === 'register' ? [] : [node.path.join('.')];
};

/** How a coordinator brings any open request to its close: finish the curators, end the course, close the file. */
function closedFrom(snapshot: RequestSnapshot): RequestSnapshot {
  const preferred: LaterEventType[] = [
    'curator.declined',
    'curator.discharged',
    'request.withdrawn',
    'request.closed',
  ];
  let current = snapshot;
  for (let step = 0; step < 20 && !current.facts.closed; step++) {
    const next = preferred
      .flatMap((type) =>
        EVENTS[type].tries(current.facts).map((payload) => ({ ...payload, type }) as LaterEvent),
      )
      .map((event) => advance(current, event, stamp(current, 'closer'), DUTCH_CALENDAR))
      .find((result) => result.ok);
    if (!next?.ok) break;
    current = next.value.next;
  }
  return current;
}

const stamp = (snapshot: RequestSnapshot, actor: string) => ({
  ...stampAt('2026-03-02', actor),
  at: snapshot.facts.latestAt,
});

/** The answers that lead on: without a lead towards them no walk would ever come to a session. */
const leadsOn = (event: LaterEvent): boolean => {
  const { outcome, result } = event as { outcome?: string; result?: string };
  return outcome !== 'declined' && outcome !== 'undecided' && result !== 'no_go' && result !== 'unsuitable';
};

/** A step of the walk: what was done least so far is likeliest, endings are rare, so that walks come far. */
function chosen(
  possible: readonly LaterEvent[],
  times: ReadonlyMap<string, number>,
  random: () => number,
  endingIsDue: boolean,
  hopeful: boolean,
): LaterEvent | null {
  const pool = possible.filter(({ type }) => ENDINGS.has(type) === endingIsDue);
  const scored = (pool.length > 0 ? pool : possible).map((event) => ({
    event,
    score: ((leadsOn(event) === hopeful ? 2 : 1) * random()) / (1 + (times.get(event.type) ?? 0)) ** 2,
  }));
  return (
    scored.reduce<(typeof scored)[number] | null>(
      (best, one) => (best && best.score >= one.score ? best : one),
      null,
    )?.event ?? null
  );
}

/** One walk of many steps; checks every candidate at every step and answers the states it has been in. */
function walk(
  seed: number,
  steps: number,
): { visited: Set<string>; checked: number; taken: Set<string>; ends: RequestSnapshot[] } {
  const random = randomOf(seed);
  const registration = random() < 0.6 ? anIkoRegistration() : aNikoRegistration();
  const starts = [
    () => RequestStory.of(registration),
    () =>
      RequestStory.of({ ...registration, children: [{ key: 'c1', birthDate: plainDateOf('2025-01-01') }] }),
    () => aSignedRequest(),
    () => aSignedRequest().after(...usualSteps.pair),
    () => aStartedRequest(),
    () =>
      aHeldRequest().after(
        { type: 'agreement.drafted', agreement: 'full' },
        { type: 'agreement.reviewed', parent: 'A' },
        { type: 'agreement.reviewed', parent: 'B' },
        { type: 'agreement.signed', parent: 'A' },
      ),
  ];
  let { snapshot } = (starts[seed % starts.length] as () => RequestStory)();
  const visited = new Set(leaves(snapshot.value));
  const times = new Map<string, number>();
  const ends: RequestSnapshot[] = [];
  let checked = 0;
  for (let step = 0; step < steps; step++) {
    const actor = random() < 0.5 ? 'anna' : 'bob';
    const now = stamp(snapshot, actor);
    const machineNow = requestMachine.resolveState({ value: snapshot.value, context: snapshot.facts });
    const before = JSON.stringify(snapshot);
    const possible: LaterEvent[] = [];
    for (const event of candidates(snapshot.facts)) {
      const stamped = { ...event, stamp: now } as Stamped<LaterEvent>;
      const isAllowed = unmetNeeds(snapshot.facts, stamped).length === 0;
      checked++;
      if (machineNow.can(stamped) !== isAllowed)
        throw new Error(`table and machine disagree on ${JSON.stringify(event)}`);
      if (isAllowed) possible.push(event);
      else if (random() < 0.05) {
        // What the refusal says is costly to work out; that it changes nothing and has a reason is sampled.
        const result = advance(snapshot, event, now, DUTCH_CALENDAR);
        if (result.ok) throw new Error(`${event.type} was taken although the table forbids it`);
        if (result.error.reasons.length === 0) throw new Error(`${event.type} is refused without a reason`);
      }
    }
    if (JSON.stringify(snapshot) !== before) throw new Error('a refused event changed the request');
    const choice = chosen(possible, times, random, random() < step / 1500, seed % 3 > 0);
    if (!choice) break;
    times.set(choice.type, (times.get(choice.type) ?? 0) + 1);
    const direct = advance(snapshot, choice, now, DUTCH_CALENDAR);
    const travelled = advance(roundTrip(snapshot), choice, now, DUTCH_CALENDAR);
    if (!direct.ok || !travelled.ok)
      throw new Error(`${choice.type} was refused although the table allows it`);
    if (JSON.stringify(direct.value) !== JSON.stringify(travelled.value))
      throw new Error('a JSON round trip changed the outcome');
    const itself = machine.next(snapshot, { ...choice, stamp: now } as Stamped<LaterEvent>);
    const { value, facts } = direct.value.next;
    if (JSON.stringify(itself) !== JSON.stringify({ value, facts }))
      throw new Error(`${choice.type} from memory leads elsewhere than the machine itself`);
    snapshot = travelled.value.next;
    for (const leaf of leaves(snapshot.value)) visited.add(leaf);
    if (step % 8 === 0) ends.push(snapshot);
  }
  return { visited, checked, taken: new Set(times.keys()), ends: [...ends, snapshot] };
}

const machine = new MachineSteps(requestMachine);

describe('the machine of a mediation request, walked at random', () => {
  const walks = Array.from({ length: 36 }, (_, index) => walk(index + 1, 70));

  it('reaches every state of every track', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    const all = everyLeaf(requestMachine.root.states.registered as unknown as Node);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((leaf) => !visited.has(leaf))).toEqual([]);
  });

  it('takes every event of the vocabulary somewhere', () => {
    const taken = new Set(walks.flatMap((one) => [...one.taken]));
    expect(Object.keys(EVENTS).filter((type) => !taken.has(type))).toEqual([]);
  });

  it('agrees with the table of needs on every event in every state it was in', () => {
    expect(walks.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(50_000);
  });

  it('can bring every open request to its close', () => {
    const stuck = walks
      .flatMap(({ ends }) => ends)
      .filter((snapshot) => closedFrom(snapshot).facts.closed === null);
    expect(stuck.map(({ facts }) => facts)).toEqual([]);
  });
});

describe('what may not stand in a machine whose past must be foldable for ever', () => {
  it('has no timer, no invoked actor, no history node', () => {
    const config = JSON.stringify(requestMachine.config);
    for (const forbidden of ['"after"', '"invoke"', '"history"', '"spawn"'])
      expect(config).not.toContain(forbidden);
  });

  it('is stopped by no event from outside', () => {
    const story = RequestStory.of(anIkoRegistration());
    const state = requestMachine.resolveState({ value: story.snapshot.value, context: story.facts });
    expect(() =>
      unmetNeeds(story.facts, { type: 'xstate.stop', stamp: stampAt('2026-03-02') } as never),
    ).toThrow();
    expect(state.status).toBe('active');
  });
});
