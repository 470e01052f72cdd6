import type { Language, Words } from '@bureau/kernel';
import { DEADLINES, type DeadlineRule } from '../domain/deadline/deadline.catalogue';
import { EVENTS, REGISTERED } from '../domain/events/events.catalogue';
import { PHASES } from '../domain/request/phase.rules';
import { SAFEGUARDS, SCREENING_RESULTS, SCREENING_ROUNDS } from '../domain/screening/screening.catalogue';
import { screeningFormOn } from '../domain/screening/screening-form.catalogue';
import * as codes from '../domain/vocabulary/codes.catalogue';
import { OUTCOMES, RESULT_CATEGORIES } from '../domain/vocabulary/outcomes.catalogue';

type Labelled = Readonly<Record<string, { readonly label: Words; readonly basis?: unknown }>>;

const LISTS = {
  kind: codes.KINDS,
  source: codes.SOURCES,
  legalPhase: codes.LEGAL_PHASES,
  relation: codes.RELATIONS,
  parentRole: codes.PARENT_ROLES,
  hearingDecision: codes.HEARING_DECISIONS,
  talkOutcome: codes.TALK_OUTCOMES,
  screeningRound: SCREENING_ROUNDS,
  screeningResult: SCREENING_RESULTS,
  safeguard: SAFEGUARDS,
  intakeResult: codes.INTAKE_RESULTS,
  fundingSource: codes.FUNDING_SOURCES,
  sessionMode: codes.SESSION_MODES,
  agreement: codes.AGREEMENTS,
  outcome: OUTCOMES,
  communication: codes.COMMUNICATION_EFFECTS,
  topicResult: codes.TOPIC_RESULTS,
  notStartedReason: codes.NOT_STARTED_REASONS,
  afterIntakeReason: codes.AFTER_INTAKE_REASONS,
  noAgreementReason: codes.NO_AGREEMENT_REASONS,
  addressee: codes.RESULT_ADDRESSEES,
  resultCategory: RESULT_CATEGORIES,
  phase: PHASES,
} as const satisfies Record<string, Labelled>;

/** Every word that forms and lists need, in one language, with the basis of each code, and the screening form in force. */
export function vocabularyView(today: string, language: Language) {
  const lists = Object.entries(LISTS as Record<string, Labelled>).map(([name, list]) => [
    name,
    listView(list, language),
  ]);
  const form = screeningFormOn(today);
  return {
    codes: Object.fromEntries(lists) as Record<keyof typeof LISTS, ReturnType<typeof listView>>,
    events: [
      { type: 'request.registered', label: REGISTERED[language] },
      ...Object.entries(EVENTS).map(([type, { label }]) => ({ type, label: label[language] })),
    ],
    deadlines: Object.entries(DEADLINES as Record<string, DeadlineRule>).map(([kind, rule]) => ({
      kind,
      label: rule.label[language],
      basis: rule.basis[language],
      responsible: rule.responsible,
      severity: rule.severity,
    })),
    screeningForm: {
      instrument: form.instrument,
      version: form.version,
      basis: form.basis,
      subjects: form.subjects.map(({ key, ask }) => ({ key, ask: ask[language] })),
    },
  };
}

const listView = (list: Labelled, language: Language) =>
  Object.entries(list).map(([code, { label, basis }]) => ({
    code,
    label: label[language],
    ...(typeof basis === 'string' && { basis }),
  }));
