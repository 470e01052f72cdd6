import { distanceInWords, dayInWords, localDate, type BureauCalendar } from '@bureau/calendar';
import { ageInYears, type Language, type PlainDate } from '@bureau/kernel';
import { DEADLINES } from '../domain/deadline/deadline.catalogue';
import { deadlinesOf, type Deadline } from '../domain/deadline/deadline.rules';
import { basisOf, explanationOf } from '../domain/deadline/deadline.words';
import { PHASES, phaseOf } from '../domain/request/phase.rules';
import type { RequestFacts } from '../domain/request/request.facts';
import * as asks from '../domain/request/request.questions';
import { reachesAge } from '../domain/request/request.policy';
import { stepsOf } from '../domain/request/request.refusal';
import { tracksOf } from '../domain/request/track.words';
import type { Stamp } from '../domain/vocabulary/events';
import type { StoredRequest } from './request.store';

/** For whom a request is shown: their language, their day, and the events they may send at all. */
export interface Viewer {
  readonly language: Language;
  readonly stamp: Stamp;
  readonly maySend: (type: string) => boolean;
}

/** A request as a person with every right to it sees it. */
export function requestView(
  { snapshot, revision, assignee }: StoredRequest,
  viewer: Viewer,
  calendar: BureauCalendar,
) {
  const { facts, value } = snapshot;
  const { language, stamp } = viewer;
  const today = localDate(stamp.at, calendar.zone);
  const steps = stepsOf(facts, stamp).filter(({ type }) => viewer.maySend(type));
  return {
    ...statusView(snapshot.facts, revision, language),
    ...datesView(facts, today, language, calendar),
    source: facts.source,
    legalPhase: facts.legalPhase,
    fromCountry: facts.fromCountry,
    toCountry: facts.toCountry,
    caseNumber: facts.caseNumber,
    assignee,
    tracks: tracksOf(value, language),
    parents: Object.entries(facts.parents).map(([key, parent]) => ({ key, ...parent })),
    children: facts.children.map((child) => childView(child, facts)),
    hearing: facts.hearing,
    mediators: facts.pair?.members ?? [],
    curators: facts.curators,
    interviews: facts.interviews,
    agreement: facts.agreement,
    outcome: facts.outcome,
    reported: facts.reported,
    safeguards: asks.safeguardsOf(facts),
    allowed: steps.filter(({ blockedBy }) => blockedBy.length === 0).map(({ type }) => type),
    steps: steps
      .filter(({ blockedBy }) => blockedBy.length === 0)
      .map(({ type, label, tries }) => ({ type, label: label[language], tries })),
    blocked: steps
      .filter(({ blockedBy }) => blockedBy.length > 0)
      .map(({ type, label, blockedBy }) => ({
        type,
        label: label[language],
        why: blockedBy.map(({ words }) => words[language]).join(' '),
        reasons: blockedBy.map(({ code, words, basis }) => ({ code, text: words[language], basis })),
      })),
  };
}

/** What whoever handed the case over is told: how far it is, and nothing of what is in it. */
export const statusView = (facts: RequestFacts, revision: number, language: Language) => {
  const phase = phaseOf(facts);
  return {
    number: facts.number,
    kind: facts.kind,
    registeredOn: facts.registered.on,
    revision,
    phase,
    phaseLabel: PHASES[phase].label[language],
    started: asks.hasStarted(facts),
    ended: facts.end === null ? null : { how: facts.end.how, stage: facts.end.stage, on: facts.end.on },
    suspendedOn: facts.suspendedOn,
    closedOn: facts.closed?.on ?? null,
  };
};

/** The dates that someone with a task of their own needs to plan by. */
export const datesView = (
  facts: RequestFacts,
  today: PlainDate,
  language: Language,
  calendar: BureauCalendar,
) => ({
  court: facts.court,
  sessions: facts.sessions,
  deadlines: deadlinesOf(facts, calendar)
    .filter(({ state }) => state !== 'dropped')
    .map((deadline) => deadlineView(deadline, today, language, calendar)),
});

const deadlineView = (
  deadline: Deadline,
  today: PlainDate,
  language: Language,
  calendar: BureauCalendar,
) => ({
  kind: deadline.kind,
  label: DEADLINES[deadline.kind].label[language],
  state: deadline.state,
  due: deadline.dueOn,
  dueAt: deadline.dueAt,
  dueInWords: dayInWords(deadline.dueOn, language),
  distance: deadline.state === 'open' ? distanceInWords(today, deadline.dueOn, calendar, language) : null,
  light: lightOf(deadline, today),
  metOn: deadline.metOn,
  metLate: deadline.metOn !== null && deadline.metOn > deadline.dueOn,
  severity: DEADLINES[deadline.kind].severity,
  responsible: DEADLINES[deadline.kind].responsible,
  basis: basisOf(deadline, language),
  explanation: explanationOf(deadline, language),
  computedOn: deadline.counted.on,
  overridden: deadline.override !== null,
  reviewNeeded: deadline.reviewNeeded,
});

/** The light of a deadline on a day; only an open one has one. */
export function lightOf({ state, dueOn }: Pick<Deadline, 'state' | 'dueOn'>, today: PlainDate) {
  if (state !== 'open') return 'none' as const;
  if (dueOn < today) return 'overdue' as const;
  return dueOn === today ? ('today' as const) : ('later' as const);
}

const childView = ({ key, birthDate }: RequestFacts['children'][number], facts: RequestFacts) => {
  const on = asks.dayThatCounts(facts);
  return {
    key,
    birthDate,
    age: ageInYears(birthDate, on),
    ageOn: on,
    oldEnoughForCurator: reachesAge(birthDate, on, facts.policy.curatorAge),
    oldEnoughForInterview: reachesAge(birthDate, on, facts.policy.interviewAge),
  };
};

export type RequestView = ReturnType<typeof requestView>;
