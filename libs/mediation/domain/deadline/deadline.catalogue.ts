import type { Words } from '@bureau/kernel';
import type { RegimeKey, TermUnit } from '@bureau/calendar';
import type { AnchorKey, ConditionKey, MilestoneKey } from './deadline.keys';

/** One way to count a deadline; the first whose anchor is known (and whose kind fits) is taken. */
export interface Count {
  readonly from: AnchorKey;
  readonly length: number;
  readonly unit: TermUnit;
  readonly direction: 'forward' | 'backward';
  readonly only?: 'IKO' | 'NIKO';
}

export interface DeadlineRule {
  readonly label: Words;
  readonly basis: Words;
  /** Decides whether the term rolls over a weekend or holiday. */
  readonly regime: RegimeKey;
  /** A bureau's clock stops while a request is suspended; a court's clock never does. */
  readonly clock: 'bureau' | 'court';
  readonly responsible: 'coordinator' | 'mediator' | 'curator';
  /** A warning is recorded and explained; an alert asks for a deed. Neither ends a mediation. */
  readonly severity: 'alert' | 'warning';
  readonly counts: readonly Count[];
  readonly runsWhile: ConditionKey;
  readonly metBy: MilestoneKey;
}

const plus = (from: AnchorKey, length: number, unit: TermUnit, only?: Count['only']): Count => ({
  from,
  length,
  unit,
  direction: 'forward',
  ...(only && { only }),
});
const minus = (from: AnchorKey, length: number, unit: TermUnit, only?: Count['only']): Count => ({
  from,
  length,
  unit,
  direction: 'backward',
  ...(only && { only }),
});

const HOUSE: Words = { nl: 'Huisregel van het bureau', en: 'House rule of the bureau' };
const BLIK: Words = {
  nl: 'Afspraak met het Bureau Liaisonrechter',
  en: 'Agreement with the liaison judge office',
};
const PROMISE: Words = {
  nl: 'Belofte van het bureau: binnen twee weken',
  en: 'Promise of the bureau: within two weeks',
};

/** Every deadline of a mediation request. Adding one is one entry here. */
export const DEADLINES = {
  'request-acknowledged': {
    label: { nl: 'Aanvraag bevestigd', en: 'Request acknowledged' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('registration', 1, 'working_day')],
    runsWhile: 'course-open',
    metBy: 'first-step',
  },
  'information-talks': {
    label: { nl: 'Informatiegesprekken met beide ouders', en: 'Information talks with both parents' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('directions-hearing', 2, 'working_day', 'IKO'), plus('registration', 2, 'working_day')],
    runsWhile: 'course-open',
    metBy: 'both-talks-held',
  },
  'hearing-result': {
    label: { nl: 'Uitkomst regiezitting vastgelegd', en: 'Result of the directions hearing recorded' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('directions-hearing', 1, 'working_day', 'IKO')],
    runsWhile: 'file-open',
    metBy: 'hearing-held',
  },
  'agreement-to-mediate': {
    label: { nl: 'Mediationovereenkomst getekend', en: 'Agreement to mediate signed' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('directions-hearing', 4, 'calendar_day', 'IKO'), plus('talks-held', 7, 'calendar_day')],
    runsWhile: 'course-open',
    metBy: 'both-signed',
  },
  'mediators-matched': {
    label: { nl: 'Mediatorkoppel bevestigd', en: 'Pair of mediators confirmed' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('both-signed', 2, 'working_day')],
    runsWhile: 'course-open',
    metBy: 'pair-confirmed',
  },
  funding: {
    label: { nl: 'Betaling of toevoeging van beide ouders', en: 'Payment or legal aid of both parents' },
    basis: {
      nl: 'Kosten Mediation Bureau: vooraf betaald; huisregel',
      en: 'Costs of the Mediation Bureau: paid beforehand; house rule',
    },
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [minus('expected-first-session', 3, 'working_day')],
    runsWhile: 'course-open',
    metBy: 'both-funded',
  },
  information: {
    label: { nl: 'Stukken van beide ouders', en: 'Papers of both parents' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [minus('expected-first-session', 3, 'working_day')],
    runsWhile: 'course-open',
    metBy: 'both-informed',
  },
  'curator-asked': {
    label: { nl: 'Bijzondere curator gevraagd', en: 'Special curator asked' },
    basis: BLIK,
    regime: 'contract',
    clock: 'court',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('directions-hearing', 1, 'working_day', 'IKO')],
    runsWhile: 'curator-required',
    metBy: 'curator-asked',
  },
  'curator-appointed': {
    label: { nl: 'Bijzondere curator benoemd', en: 'Special curator appointed' },
    basis: { nl: 'Art. 1:250 BW; afspraak met BLIK', en: 'Art. 1:250 Civil Code; agreement with BLIK' },
    regime: 'contract',
    clock: 'court',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('directions-hearing', 5, 'calendar_day', 'IKO')],
    runsWhile: 'curator-required',
    metBy: 'curator-appointed',
  },
  'curator-report': {
    label: { nl: 'Verslag bijzondere curator ingediend', en: "Special curator's report filed" },
    basis: {
      nl: 'Art. 1:250 BW; werkproces bijzondere curator',
      en: 'Art. 1:250 Civil Code; curators’ work process',
    },
    regime: 'court_set',
    clock: 'court',
    responsible: 'curator',
    severity: 'alert',
    counts: [minus('full-chamber', 7, 'calendar_day')],
    runsWhile: 'curator-at-work',
    metBy: 'curator-reported',
  },
  'child-interview-report': {
    label: { nl: 'Verslag kindgesprek voorgelezen', en: 'Report of the child interview delivered' },
    basis: { nl: 'Werkwijze kindgesprek Mediation Bureau', en: 'Working method of the child interview' },
    regime: 'internal',
    clock: 'court',
    responsible: 'mediator',
    severity: 'alert',
    counts: [
      plus('first-session-start', 0, 'calendar_day'),
      minus('expected-first-session', 1, 'calendar_day'),
    ],
    runsWhile: 'interview-agreed',
    metBy: 'interview-delivered',
  },
  'first-session': {
    label: { nl: 'Eerste sessie', en: 'First session' },
    basis: PROMISE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'mediator',
    severity: 'alert',
    counts: [minus('full-chamber', 1, 'calendar_day', 'IKO'), plus('registration', 14, 'calendar_day')],
    runsWhile: 'course-open',
    metBy: 'first-session-held',
  },
  'court-status': {
    label: { nl: 'Stand van zaken aan de rechtbank', en: 'Status to the court' },
    basis: { nl: 'Afspraak met de rechtbank', en: 'Agreement with the court' },
    regime: 'court_set',
    clock: 'court',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [minus('full-chamber', 3, 'working_day')],
    runsWhile: 'court-awaits-result',
    metBy: 'result-reported',
  },
  'court-result': {
    label: { nl: 'Uitkomst aan de rechtbank', en: 'Result to the court' },
    basis: {
      nl: 'Jaarverslag 2021: voor de zitting van de meervoudige kamer',
      en: 'Annual report 2021: before the full-chamber hearing',
    },
    regime: 'court_set',
    clock: 'court',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [minus('full-chamber', 1, 'working_day')],
    runsWhile: 'court-awaits-result',
    metBy: 'result-reported',
  },
  'evaluation-sent': {
    label: { nl: 'Evaluatie verstuurd', en: 'Evaluation sent' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'alert',
    counts: [plus('course-ended', 3, 'calendar_day')],
    runsWhile: 'file-open',
    metBy: 'evaluation-sent',
  },
  'evaluation-reminder': {
    label: { nl: 'Herinnering evaluatie', en: 'Reminder of the evaluation' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'warning',
    counts: [plus('evaluation-sent', 10, 'calendar_day')],
    runsWhile: 'file-open',
    metBy: 'evaluation-answered',
  },
  'evaluation-second-reminder': {
    label: { nl: 'Tweede herinnering evaluatie', en: 'Second reminder of the evaluation' },
    basis: HOUSE,
    regime: 'internal',
    clock: 'bureau',
    responsible: 'coordinator',
    severity: 'warning',
    counts: [plus('evaluation-sent', 21, 'calendar_day')],
    runsWhile: 'file-open',
    metBy: 'evaluation-answered',
  },
  'return-decision-six-weeks': {
    label: {
      nl: 'Zes weken voor de beslissing op teruggeleiding',
      en: 'Six weeks for the decision on return',
    },
    basis: {
      nl: 'Brussel II-ter art. 24; HKOV art. 11',
      en: 'Brussels IIb art. 24; 1980 Hague Convention art. 11',
    },
    regime: 'treaty_eu',
    clock: 'court',
    responsible: 'coordinator',
    severity: 'warning',
    counts: [plus('petition', 42, 'calendar_day', 'IKO')],
    runsWhile: 'file-open',
    metBy: 'court-decided',
  },
} as const satisfies Record<string, DeadlineRule>;

export type DeadlineKind = keyof typeof DEADLINES;
export const DEADLINE_KINDS = Object.keys(DEADLINES) as [DeadlineKind, ...DeadlineKind[]];
