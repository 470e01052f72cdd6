import { steps } from './request.builder';

/** One deed of the bureau: on which day, by whom, what, and the phase the request is in afterwards. */
export type Deed = readonly [day: string, who: string, event: object, phase: string];

const each = (make: (parent: 'A' | 'B') => object): object[] => [make('A'), make('B')];
const all = (day: string, who: string, events: readonly object[], phases: readonly string[]): Deed[] =>
  events.map((event, index): Deed => [day, who, event, phases[index] ?? phases.at(-1) ?? '']);

const [asked, accepted, appointed, reported, discharged] = steps.curator;
const [proposed, firstYes, secondYes] = steps.pair;

/** The abduction of the worked calendar, registered on 2 March 2026, told to its end: a full agreement. */
export const FULL_AGREEMENT: readonly Deed[] = [
  ['2026-03-12', 'anna', steps.hearing, 'request'],
  ...all('2026-03-12', 'anna', [...steps.talks, ...steps.screenings], ['request']),
  ['2026-03-13', 'anna', asked, 'request'],
  ['2026-03-13', 'kim', accepted, 'request'],
  ...all('2026-03-16', 'anna', steps.signatures, ['request', 'intake']),
  ['2026-03-16', 'anna', proposed, 'intake'],
  ['2026-03-16', 'mia', firstYes, 'intake'],
  ['2026-03-16', 'anna', secondYes, 'intake'],
  ...all('2026-03-17', 'anna', [...steps.funding, ...steps.papers], ['intake']),
  ...all('2026-03-17', 'mia', steps.intakes, ['intake', 'curator_assignment']),
  ...all(
    '2026-03-17',
    'mia',
    each((parent) => ({ type: 'screening.completed', parent, round: 'intake', result: 'go' })),
    ['curator_assignment'],
  ),
  ['2026-03-17', 'anna', appointed, 'child_interview'],
  ...all(
    '2026-03-18',
    'anna',
    each((parent) => ({ type: 'child_interview.consented', parent })),
    ['child_interview'],
  ),
  ['2026-03-18', 'anna', steps.plan, 'child_interview'],
  [
    '2026-03-19',
    'anna',
    { type: 'child_interview.held', children: ['c1'], interviewer: 'm05' },
    'child_interview',
  ],
  ['2026-03-19', 'kim', reported, 'child_interview'],
  ['2026-03-20', 'mia', { type: 'child_interview.report_delivered' }, 'sessions'],
  [
    '2026-03-20',
    'anna',
    { type: 'session.moved', no: 3, startsAt: '2026-03-22T11:00:00+01:00', reason: 'the train' },
    'sessions',
  ],
  ...all('2026-03-22', 'mia', steps.sessions, ['sessions', 'sessions', 'outcome']),
  [
    '2026-03-22',
    'mia',
    {
      type: 'interim_contact.agreed',
      starting: '2026-03-23',
      how: 'every evening by video',
      supervised: false,
    },
    'outcome',
  ],
  ['2026-03-22', 'mia', { type: 'agreement.drafted', agreement: 'full' }, 'outcome'],
  ...all(
    '2026-03-23',
    'anna',
    each((parent) => ({ type: 'agreement.reviewed', parent })),
    ['outcome'],
  ),
  ...all(
    '2026-03-23',
    'anna',
    each((parent) => ({ type: 'agreement.signed', parent })),
    ['outcome'],
  ),
  [
    '2026-03-23',
    'mia',
    {
      type: 'outcome.recorded',
      outcome: 'full',
      effects: { firstConversation: true, contactDuringMediation: true, communication: 'better' },
      topics: { residence: 'agreed', school: 'partly' },
    },
    'outcome',
  ],
  ['2026-03-23', 'anna', { type: 'result.reported', to: 'court', category: 'full' }, 'outcome'],
  ...all(
    '2026-03-24',
    'anna',
    each((parent) => ({ type: 'evaluation.sent', parent })),
    ['outcome'],
  ),
  ['2026-03-27', 'anna', discharged, 'outcome'],
  ['2026-03-27', 'anna', { type: 'request.closed' }, 'closed'],
];
