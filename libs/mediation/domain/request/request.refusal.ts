import type { Language, Words } from '@bureau/kernel';
import type { LaterEvent, LaterEventType, Stamp, Stamped } from '../vocabulary/events';
import { EVENTS } from '../events/events.catalogue';
import type { RequestFacts } from './request.facts';
import type { Need } from '../needs/need';
import { REQUIREMENTS, type RequirementCode } from './requirements.catalogue';

/** One reason why an event cannot be taken now, ready to be read out to a coordinator. */
export interface Reason {
  readonly code: RequirementCode;
  readonly words: Words;
  readonly basis: string;
}

/** A legal "no": what was sent, why not, and what could be sent instead. Nothing has changed. */
export interface Refusal {
  readonly type: string;
  readonly about: 'state' | 'rule';
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly allowed: readonly LaterEventType[];
}

/** The codes of every need of the event that the facts do not meet; empty when it may happen. */
export function unmetNeeds(facts: RequestFacts, event: Stamped<LaterEvent>): RequirementCode[] {
  // The table ties needs to their own event; TypeScript cannot follow that through a union of forty.
  const needs = EVENTS[event.type].needs as readonly Need<Stamped<LaterEvent>>[];
  return needs.filter((need) => !need.met(facts, event)).map(({ code }) => code);
}

/** Whether the event may happen: `unmetNeeds` without the list, for the machine's own guard. */
export function mayHappen(facts: RequestFacts, event: Stamped<LaterEvent>): boolean {
  const needs = EVENTS[event.type].needs as readonly Need<Stamped<LaterEvent>>[];
  return needs.every((need) => need.met(facts, event));
}

/** The words of one code, with the fields of the event filled in. */
export function reasonOf(code: RequirementCode, event: object): Reason {
  const { words, basis } = REQUIREMENTS[code];
  const fill = (language: Language): string =>
    words[language].replace(/\{(\w+)\}/g, (_, field: string) => fieldOf(event, field));
  return { code, words: { nl: fill('nl'), en: fill('en') }, basis };
}

const fieldOf = (event: object, field: string): string => {
  const value: unknown = (event as Record<string, unknown>)[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Every event with what stands in its way now: nothing for the allowed ones. */
export interface Step {
  readonly type: LaterEventType;
  readonly label: Words;
  /** What could be sent now, one try for each parent, mediator or session that fits. */
  readonly tries: readonly object[];
  readonly blockedBy: readonly Reason[];
}

/** Every step of a request as seen by one person now: what can be taken and, for the rest, why not. */
export function stepsOf(facts: RequestFacts, stamp: Stamp): Step[] {
  return (Object.keys(EVENTS) as LaterEventType[]).map((type) => stepOf(type, facts, stamp));
}

function stepOf(type: LaterEventType, facts: RequestFacts, stamp: Stamp): Step {
  const judged = EVENTS[type].tries(facts).map((payload) => {
    const event = { ...payload, type, stamp } as Stamped<LaterEvent>;
    return { payload, event, unmet: unmetNeeds(facts, event) };
  });
  const open = judged.filter(({ unmet }) => unmet.length === 0).map(({ payload }) => payload);
  const [nearest] = [...judged].sort((a, b) => a.unmet.length - b.unmet.length);
  const blockedBy =
    open.length > 0 || !nearest ? [] : nearest.unmet.map((code) => reasonOf(code, nearest.event));
  return { type, label: EVENTS[type].label, tries: open, blockedBy };
}
