import { REQUEST_POLICY } from '../../config/bureau-policy';
import { DUTCH_CALENDAR, localDate } from '@bureau/calendar';
import { instantOf, plainDateOf, type PlainDate, type Result } from '@bureau/kernel';
import { deadlinesOf, type Deadline } from '../../libs/mediation/domain/deadline/deadline.rules';
import { phaseOf } from '../../libs/mediation/domain/request/phase.rules';
import {
  advance,
  open,
  type Decision,
  type RequestSnapshot,
} from '../../libs/mediation/domain/request/request.engine';
import type { RequestPolicy } from '../../libs/mediation/domain/request/request.policy';
import type { Refusal } from '../../libs/mediation/domain/request/request.refusal';
import type { EventOf, LaterEvent, Stamp } from '../../libs/mediation/domain/vocabulary/events';

export type Registration = EventOf<'request.registered'>;

/** The registration of the worked calendar: an abduction from Poland, petition on Monday 2 March 2026. */
export const anIkoRegistration = (change: Partial<Registration> = {}): Registration => ({
  type: 'request.registered',
  kind: 'IKO',
  source: 'court',
  phase: 'district_court',
  fromCountry: 'PL',
  toCountry: 'NL',
  parents: [
    {
      key: 'A',
      relation: 'father',
      role: 'left_behind',
      country: 'PL',
      languages: ['pl'],
      legalAid: true,
      secretAddress: false,
    },
    {
      key: 'B',
      relation: 'mother',
      role: 'taking',
      country: 'NL',
      languages: ['nl'],
      legalAid: false,
      secretAddress: true,
    },
  ],
  children: [{ key: 'c1', birthDate: plainDateOf('2018-05-01') }],
  court: {
    petitionOn: plainDateOf('2026-03-02'),
    directionsHearingOn: plainDateOf('2026-03-12'),
    fullChamberHearingOn: plainDateOf('2026-03-26'),
  },
  ...change,
});

/** A case without abduction: no court, no hearing. */
export const aNikoRegistration = (change: Partial<Registration> = {}): Registration => {
  const { court: _, ...rest } = anIkoRegistration();
  return {
    ...rest,
    kind: 'NIKO',
    source: 'parent',
    phase: 'none',
    parents: rest.parents.map((parent) => ({ ...parent, role: 'parent' as const })),
    ...change,
  };
};

export const stampAt = (text: string, actor: string | null = 'anna'): Stamp => {
  const at = instantOf(text.length === 10 ? `${text}T10:00:00+01:00` : text);
  return { at, on: localDate(at, 'Europe/Amsterdam'), actor };
};

/** A request that is told its story event by event. A refused step throws: a test that means to be refused uses `tries`. */
export class RequestStory {
  private constructor(
    readonly snapshot: RequestSnapshot,
    readonly last: Decision,
    private readonly day: string,
    private readonly actor: string | null,
  ) {}

  static of(
    registration: Registration,
    day = '2026-03-02',
    policy: RequestPolicy = REQUEST_POLICY,
  ): RequestStory {
    const opened = open('MB-2026-001', registration, stampAt(day), policy, DUTCH_CALENDAR);
    if (!opened.ok) throw new Error(`registration refused: ${JSON.stringify(opened.error.reasons)}`);
    return new RequestStory(opened.value.next, opened.value, day, 'anna');
  }

  get facts() {
    return this.snapshot.facts;
  }
  get phase() {
    return phaseOf(this.facts);
  }

  on(day: string): RequestStory {
    return new RequestStory(this.snapshot, this.last, day, this.actor);
  }
  by(actor: string | null): RequestStory {
    return new RequestStory(this.snapshot, this.last, this.day, actor);
  }

  after(...events: LaterEvent[]): RequestStory {
    return events.reduce<RequestStory>((story, event) => {
      const result = story.tries(event);
      if (!result.ok)
        throw new Error(`${event.type} refused: ${result.error.reasons.map(({ code }) => code).join(', ')}`);
      return new RequestStory(result.value.next, result.value, story.day, story.actor);
    }, this);
  }

  tries(event: LaterEvent): Result<Decision, Refusal> {
    return advance(this.snapshot, event, stampAt(this.day, this.actor), DUTCH_CALENDAR);
  }

  /** The codes for which an event is refused; empty when it is taken. */
  refuses(event: LaterEvent): string[] {
    const result = this.tries(event);
    return result.ok ? [] : result.error.reasons.map(({ code }) => code);
  }

  deadline(kind: Deadline['kind']): Deadline {
    const found = deadlinesOf(this.facts, DUTCH_CALENDAR).find((deadline) => deadline.kind === kind);
    if (!found) throw new Error(`no deadline ${kind}`);
    return found;
  }
  due(kind: Deadline['kind']): PlainDate {
    return this.deadline(kind).dueOn;
  }
}

const each = (make: (parent: 'A' | 'B') => LaterEvent): LaterEvent[] => [make('A'), make('B')];

/** The usual steps, for both parents. */
export const steps = {
  hearing: { type: 'directions_hearing.held', decisions: { A: 'yes', B: 'yes' } },
  talks: each((parent) => ({ type: 'information_talk.held', parent, outcome: 'willing' })),
  screenings: each((parent) => ({
    type: 'screening.completed',
    parent,
    round: 'information_talk',
    result: 'go',
  })),
  signatures: each((parent) => ({ type: 'agreement_to_mediate.signed', parent })),
  funding: each((parent) => ({ type: 'funding.settled', parent, by: 'payment' })),
  papers: each((parent) => ({ type: 'information.received', parent })),
  pair: [
    { type: 'mediators.proposed', mediators: ['m01', 'm02'] },
    { type: 'mediators.accepted', mediator: 'm01' },
    { type: 'mediators.accepted', mediator: 'm02' },
  ],
  intakes: each((parent) => ({ type: 'intake.held', parent, result: 'suitable' })),
  plan: {
    type: 'sessions.planned',
    sessions: [
      { no: 1, startsAt: instantOf('2026-03-21T09:30:00+01:00'), minutes: 180, mode: 'on_site' },
      { no: 2, startsAt: instantOf('2026-03-21T14:00:00+01:00'), minutes: 180, mode: 'on_site' },
      { no: 3, startsAt: instantOf('2026-03-22T10:00:00+01:00'), minutes: 180, mode: 'on_site' },
    ],
  },
  sessions: [1, 2, 3].map((no): LaterEvent => ({
    type: 'session.held',
    no,
    mode: 'on_site',
    present: ['A', 'B'],
  })),
  noAgreement: {
    type: 'outcome.recorded',
    outcome: 'none',
    reasons: ['emotions_too_high'],
    effects: { firstConversation: true, contactDuringMediation: true, communication: 'better' },
  },
  curator: [
    { type: 'curator.asked', curator: 'k1', children: ['c1'] },
    { type: 'curator.accepted', curator: 'k1' },
    { type: 'curator.appointed', curator: 'k1', children: ['c1'], orderOn: plainDateOf('2026-03-17') },
    { type: 'curator.reported' },
    { type: 'curator.discharged' },
  ],
} as const satisfies Record<string, LaterEvent | readonly LaterEvent[]>;

/** An abduction request just registered. */
export const aRequest = (change: Partial<Registration> = {}, day?: string): RequestStory =>
  RequestStory.of(anIkoRegistration(change), day);
export const aNikoRequest = (change: Partial<Registration> = {}, day?: string): RequestStory =>
  RequestStory.of(aNikoRegistration(change), day);

export const aSignedRequest = (): RequestStory =>
  aRequest()
    .on('2026-03-12')
    .after(steps.hearing, ...steps.talks, ...steps.screenings)
    .on('2026-03-16')
    .after(...steps.signatures);
export const aStartedRequest = (): RequestStory =>
  aSignedRequest()
    .after(...steps.pair)
    .on('2026-03-17')
    .after(...steps.funding, ...steps.intakes);
export const aPlannedRequest = (): RequestStory => aStartedRequest().after(...steps.papers, steps.plan);
export const aHeldRequest = (): RequestStory =>
  aPlannedRequest()
    .on('2026-03-22')
    .after(...steps.sessions);
