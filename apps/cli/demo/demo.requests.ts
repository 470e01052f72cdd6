import { startOfDay } from '@bureau/calendar';
import { addDays, instantFromMillis, millisOf, type Instant, type PlainDate } from '@bureau/kernel';
import type { LaterEvent, ReplayLine, RequestEvent } from '@bureau/mediation';

type Parents = Extract<RequestEvent, { type: 'request.registered' }>['parents'];

const HOUR = 3_600_000;

const parents = (country: string, language: string): Parents => [
  {
    key: 'A',
    relation: 'father',
    role: 'left_behind',
    country,
    languages: [language, 'en'],
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
];

const both = (make: (parent: 'A' | 'B') => LaterEvent): LaterEvent[] => [make('A'), make('B')];

/** The steps of a request in their usual order, with the day on which each is done, counted from the registration. */
const TALKS: LaterEvent[] = [
  ...both((parent) => ({ type: 'information_talk.held', parent, outcome: 'willing' })),
  ...both((parent) => ({ type: 'screening.completed', parent, round: 'information_talk', result: 'go' })),
];
const SIGNED = both((parent) => ({ type: 'agreement_to_mediate.signed', parent }));
const pairOf = (mediators: [string, string]): LaterEvent[] => [
  { type: 'mediators.proposed', mediators },
  ...mediators.map((mediator): LaterEvent => ({ type: 'mediators.accepted', mediator })),
];
const FUNDED = both((parent) => ({
  type: 'funding.settled',
  parent,
  by: parent === 'A' ? 'legal_aid' : 'payment',
}));
const PAPERS = both((parent) => ({ type: 'information.received', parent }));
const INTAKES = both((parent) => ({ type: 'intake.held', parent, result: 'suitable' }));
const CURATOR: LaterEvent[] = [
  { type: 'curator.asked', curator: 'curator1', children: ['c1'] },
  { type: 'curator.accepted', curator: 'curator1' },
];

const EVALUATIONS = both((parent) => ({ type: 'evaluation.sent', parent }));

/** Requests at every stage, told from a Monday three weeks ago. */
export function demoLines(monday: PlainDate, zone: string): ReplayLine[] {
  const year = monday.slice(0, 4);
  const day = (offset: number): PlainDate => addDays(monday, offset);
  const at = (offset: number, hour: number): Instant =>
    instantFromMillis(millisOf(startOfDay(day(offset), zone)) + hour * HOUR);
  const lines: ReplayLine[] = [];

  const story = (
    no: number,
    steps: readonly (readonly [offset: number, ...events: RequestEvent[]])[],
  ): void => {
    let minute = 0;
    for (const [offset, ...events] of steps)
      for (const event of events)
        lines.push({
          line: lines.length + 1,
          at: instantFromMillis(millisOf(at(offset, 9)) + minute++ * 60_000),
          request: `MB-${year}-${String(no).padStart(3, '0')}`,
          actor: 'anna',
          event,
        });
  };
  const iko = (from: string, language: string, petition: number, birth: string): RequestEvent => ({
    type: 'request.registered',
    kind: 'IKO',
    source: 'court',
    phase: 'district_court',
    fromCountry: from,
    toCountry: 'NL',
    parents: parents(from, language),
    children: [{ key: 'c1', birthDate: birth as PlainDate }],
    court: {
      petitionOn: day(petition),
      directionsHearingOn: day(petition + 10),
      fullChamberHearingOn: day(petition + 24),
    },
  });
  const niko = (to: string, language: string): RequestEvent => ({
    type: 'request.registered',
    kind: 'NIKO',
    source: 'parent',
    phase: 'none',
    fromCountry: 'NL',
    toCountry: to,
    parents: parents(to, language).map((parent) => ({ ...parent, role: 'parent' as const })),
    children: [{ key: 'c1', birthDate: '2016-04-02' as PlainDate }],
  });
  const yes: LaterEvent = { type: 'directions_hearing.held', decisions: { A: 'yes', B: 'yes' } };
  const plan = (offset: number): LaterEvent => ({
    type: 'sessions.planned',
    sessions: [
      { no: 1, startsAt: at(offset, 9.5), minutes: 180, mode: 'on_site', place: 'Hilversum' },
      { no: 2, startsAt: at(offset, 14), minutes: 180, mode: 'on_site', place: 'Hilversum' },
      { no: 3, startsAt: at(offset + 1, 10), minutes: 180, mode: 'on_site', place: 'Hilversum' },
    ],
  });
  const held = (no: number): LaterEvent => ({
    type: 'session.held',
    no,
    mode: 'on_site',
    present: ['A', 'B'],
  });
  const full: LaterEvent[] = [
    { type: 'agreement.drafted', agreement: 'full' },
    ...both((parent) => ({ type: 'agreement.reviewed', parent })),
    ...both((parent) => ({ type: 'agreement.signed', parent })),
    {
      type: 'outcome.recorded',
      outcome: 'full',
      effects: { firstConversation: true, contactDuringMediation: true, communication: 'better' },
    },
    { type: 'result.reported', to: 'court', category: 'full' },
  ];

  // A full agreement, waiting for the curator to be discharged.
  story(1, [
    [0, iko('PL', 'pl', -10, '2017-05-20')],
    [0, yes],
    [1, ...TALKS, ...CURATOR],
    [3, ...SIGNED, ...pairOf(['m01', 'm02'])],
    [3, { type: 'curator.appointed', curator: 'curator1', children: ['c1'], orderOn: day(3) }],
    [4, ...FUNDED, ...PAPERS, ...INTAKES],
    [4, plan(5)],
    [6, held(1), held(2), held(3), { type: 'curator.reported', curator: 'curator1' }],
    [9, ...full],
    [11, ...EVALUATIONS],
  ]);
  // Planned for this coming weekend.
  story(2, [
    [7, iko('ES', 'es', 7, '2019-02-11')],
    [17, yes, ...TALKS, ...CURATOR],
    [18, ...SIGNED, ...pairOf(['m03', 'm04']), ...FUNDED, ...PAPERS],
    [19, ...INTAKES, plan(26)],
  ]);
  // Signed, but not paid and without a pair.
  story(3, [
    [10, iko('TR', 'tr', 10, '2020-10-01')],
    [20, yes, ...TALKS],
    [20, ...SIGNED],
  ]);
  // One parent is still thinking.
  story(4, [
    [15, niko('DE', 'de')],
    [16, { type: 'information_talk.held', parent: 'A', outcome: 'willing' }],
    [17, { type: 'information_talk.held', parent: 'B', outcome: 'undecided' }],
  ]);
  // Declined at the hearing; the curator goes on.
  story(5, [
    [3, iko('US', 'en', 3, '2016-12-24')],
    [13, { type: 'directions_hearing.held', decisions: { A: 'yes', B: 'no' } }],
    [14, { type: 'request.not_started', reason: 'declined_at_hearing', by: 'B' }],
    [14, ...CURATOR],
    [16, ...EVALUATIONS],
  ]);
  // A screening that said no, waiting for a second reviewer.
  story(6, [
    [14, niko('BE', 'fr')],
    [15, ...both((parent) => ({ type: 'information_talk.held', parent, outcome: 'willing' }))],
    [15, { type: 'screening.completed', parent: 'A', round: 'information_talk', result: 'go' }],
    [16, { type: 'screening.completed', parent: 'B', round: 'information_talk', result: 'no_go' }],
  ]);
  // Just in.
  story(7, [[20, iko('PL', 'pl', 20, '2021-06-30')]]);
  // Suspended: a parent cannot travel.
  story(8, [
    [12, niko('PT', 'pt')],
    [13, ...TALKS],
    [16, { type: 'request.suspended', reason: 'a parent waits for a visa' }],
  ]);
  return lines;
}
