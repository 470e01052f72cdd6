import { setup } from 'xstate';
import { CASE_EVENTS } from './case-events.catalogue';
import type { CaseEventRule } from './case-events.catalogue';
import type { FirstCaseEvent, LaterCaseEvent, LaterCaseEventType, StampedCase } from './case.events';
import type { CaseFacts } from './case.facts';
import { importedFacts, openedFacts } from './case.recording';
import { unmetByCase, unmetByFirst } from './case.refusal';

/** Goes up with every change to what an event may do or what it writes down. */
export const CASE_MACHINE_VERSION = '1';

export type FirstTaken = StampedCase<FirstCaseEvent> & { readonly number: string };
type Taken = StampedCase<LaterCaseEvent> | FirstTaken;
type Machine = { readonly context: CaseFacts; readonly event: Taken };

const isFirst = (event: Taken): event is FirstTaken => 'number' in event;

function recorded(facts: CaseFacts, event: StampedCase<LaterCaseEvent>): CaseFacts {
  // The catalogue ties each rule to its own event; TypeScript cannot follow that through a union.
  const rule = CASE_EVENTS[event.type] as unknown as CaseEventRule<LaterCaseEventType>;
  return { ...facts, latestAt: event.stamp.at, ...rule.records(facts, payloadOf(event), event.stamp) };
}

type Payload = Parameters<CaseEventRule<LaterCaseEventType>['records']>[1];
function payloadOf({ type: _, stamp: __, isHistory: ___, ...payload }: StampedCase<LaterCaseEvent>): Payload {
  return payload as unknown as Payload;
}

const machine = setup({
  types: {
    context: {} as CaseFacts,
    events: {} as Taken,
    meta: {} as { readonly nl: string; readonly en: string },
  },
  guards: {
    startable: ({ event }: Machine) =>
      isFirst(event) && (event.isHistory === true || unmetByFirst(event).length === 0),
    accepted: ({ context, event }: Machine) =>
      !isFirst(event) && (event.isHistory === true || unmetByCase(context, event).length === 0),
    isHandedOver: ({ context }: Machine) => context.closed?.reason === 'handed_to_mediation',
    isClosed: ({ context }: Machine) => context.closed !== null,
    isFollowed: ({ context }: Machine) => context.followUp !== null,
  },
});

const writing = setup({ types: { context: {} as CaseFacts, events: {} as Taken } });

const begin = writing.assign(({ context, event }) => {
  if (!isFirst(event)) return context;
  const { number, type: _, stamp, isHistory: __, ...payload } = event;
  return event.type === 'case.opened'
    ? openedFacts(number, payload as Parameters<typeof openedFacts>[1], stamp)
    : importedFacts(number, payload as Parameters<typeof importedFacts>[1], stamp);
});
const record = writing.assign(({ context, event }) => (isFirst(event) ? context : recorded(context, event)));

const stay = { guard: 'accepted', actions: record } as const;
/** Written down first; where the case then stands follows from its facts. */
const settle = { guard: 'accepted', actions: record, target: 'settling' } as const;

/** A case of the advice desk from opening to closing. Pure, as the machine of a mediation request is. */
export const caseMachine = machine.createMachine({
  id: 'case',
  version: CASE_MACHINE_VERSION,
  initial: 'unopened',
  // Before it is opened there are no facts.
  context: {} as CaseFacts,
  states: {
    unopened: {
      meta: { nl: 'Nog niet geopend', en: 'Not opened yet' },
      on: {
        'case.opened': { target: 'settling', guard: 'startable', actions: begin },
        'case.imported': { target: 'settling', guard: 'startable', actions: begin },
      },
    },
    settling: {
      meta: { nl: 'Waar staat de zaak', en: 'Where does the case stand' },
      always: [
        { guard: 'isHandedOver', target: 'handed_over' },
        { guard: 'isClosed', target: 'closed' },
        { guard: 'isFollowed', target: 'follow_up' },
        { target: 'open' },
      ],
    },
    open: {
      meta: { nl: 'Open', en: 'Open' },
      on: {
        'contact.recorded': settle,
        'case.closed': settle,
        'handover.accepted': settle,
        'case.reimported': settle,
        '*': stay,
      },
    },
    follow_up: {
      meta: { nl: 'In opvolging', en: 'In follow-up' },
      on: {
        'case.closed': settle,
        'handover.accepted': settle,
        'case.reimported': settle,
        '*': stay,
      },
    },
    closed: {
      meta: { nl: 'Gesloten', en: 'Closed' },
      on: { 'case.reopened': settle, 'case.reimported': settle, '*': stay },
    },
    handed_over: {
      meta: { nl: 'Overgedragen', en: 'Handed over' },
      on: { 'case.reopened': settle, 'case.reimported': settle, '*': stay },
    },
  },
});
