import type { Language, Words } from '@bureau/kernel';
import { CASE_EVENTS, FIRST_EVENTS, LATER_CASE_EVENTS } from './case-events.catalogue';
import type {
  CaseEvent,
  FirstCaseEvent,
  LaterCaseEvent,
  LaterCaseEventType,
  StampedCase,
} from './case.events';
import type { CaseFacts } from './case.facts';
import type { CaseNeed } from './case.needs';
import { CASE_REQUIREMENTS, type CaseRequirement } from './case.requirements.catalogue';

export interface CaseReason {
  readonly code: CaseRequirement;
  readonly words: Words;
  readonly basis: string;
}

/** A legal "no": what was sent, why not, and what could be sent instead. Nothing has changed. */
export interface CaseRefusal {
  readonly type: string;
  readonly about: 'state' | 'rule';
  readonly reasons: readonly [CaseReason, ...CaseReason[]];
  readonly allowed: readonly LaterCaseEventType[];
}

const NO_FACTS = {} as CaseFacts;

/** The codes of every need of a first event that is not met; empty when it may happen. */
export function unmetByFirst(event: StampedCase<FirstCaseEvent>): readonly CaseRequirement[] {
  // The table ties needs to their own event; TypeScript cannot follow that through a union.
  const needs = FIRST_EVENTS[event.type].needs as readonly CaseNeed<StampedCase<FirstCaseEvent>>[];
  return needs.filter((need) => !need.met(NO_FACTS, event)).map(({ code }) => code);
}

/** The codes of every need of a later event that the facts do not meet; empty when it may happen. */
export function unmetByCase(
  facts: CaseFacts,
  event: StampedCase<LaterCaseEvent>,
): readonly CaseRequirement[] {
  const needs = CASE_EVENTS[event.type].needs as readonly CaseNeed<StampedCase<LaterCaseEvent>>[];
  return needs.filter((need) => !need.met(facts, event)).map(({ code }) => code);
}

export function caseRefusal(
  event: CaseEvent,
  codes: readonly CaseRequirement[],
  allowed: CaseRefusal['allowed'],
): CaseRefusal {
  // What the state of the case forbids is said first: nothing that was sent could make it right.
  const inOrder = [...codes].sort((a, b) => rank(a) - rank(b));
  const [first, ...rest] = inOrder.map((code) => reasonOf(code, event)) as [CaseReason, ...CaseReason[]];
  return { type: event.type, about: CASE_REQUIREMENTS[first.code].about, reasons: [first, ...rest], allowed };
}

/** The events that the state of the case leaves open, whatever would be sent with them. */
export const stepsLeftOpen = (facts: CaseFacts): readonly LaterCaseEventType[] =>
  LATER_CASE_EVENTS.filter((type) => !CASE_EVENTS[type].isNoStep && isLeftOpen(facts, type));

function isLeftOpen(facts: CaseFacts, type: LaterCaseEventType): boolean {
  // Needs of the state look at the facts and at most at which hand-over is meant: any that there is.
  const events = [{ handover: facts.handovers.at(-1)?.id ?? '' }];
  const needs = CASE_EVENTS[type].needs as readonly CaseNeed<object>[];
  return needs
    .filter(({ code }) => CASE_REQUIREMENTS[code].about === 'state')
    .every((need) => events.some((event) => need.met(facts, event)));
}

function reasonOf(code: CaseRequirement, event: object): CaseReason {
  const { words, basis } = CASE_REQUIREMENTS[code];
  const fill = (language: Language): string =>
    words[language].replace(/\{(\w+)\}/g, (_, field: string) => fieldOf(event, field));
  return { code, words: { nl: fill('nl'), en: fill('en') }, basis };
}

const fieldOf = (event: object, field: string): string => {
  const value: unknown = (event as Record<string, unknown>)[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const rank = (code: CaseRequirement): number => (CASE_REQUIREMENTS[code].about === 'state' ? 0 : 1);
