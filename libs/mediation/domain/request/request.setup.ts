import { setup } from 'xstate';
import type { EventOf, LaterEvent, ParentKey, Stamped } from '../vocabulary/events';
import { unmetByRegistration } from './registration.needs';
import type { CuratorStep, RequestFacts } from './request.facts';
import type { RequestPolicy } from './request.policy';
import * as asks from './request.questions';
import { registeredFacts } from './registration.recording';
import { recorded } from './request.recording';
import { mayHappen } from './request.refusal';

/** A registration as the machine takes it: with the number given out for it and the policy of the day. */
export type Registration = Stamped<EventOf<'request.registered'>> & {
  readonly number: string;
  readonly policy: RequestPolicy;
};
type Taken = Stamped<LaterEvent> | Registration;
type Machine = { readonly context: RequestFacts; readonly event: Taken };

const accepted = ({ context, event }: Machine): boolean =>
  event.type !== 'request.registered' && (event.isHistory === true || mayHappen(context, event));
const says = (event: object, field: string, value: string): boolean =>
  (event as Record<string, unknown>)[field] === value;

/** An action of the machine that puts other facts in the place of the present ones. */
export const recording = (facts: (machine: Machine) => RequestFacts) =>
  setup({ types: { context: {} as RequestFacts, events: {} as Taken } }).assign(facts);

/**
 * What the statechart asks on its way. Two kinds: `accepted…` ask the table of needs whether the event may happen at
 * all; the others look at the facts after it was written down and tell a choice state where it leads.
 */
export const GUARDS = {
  registrable: ({ event }: Machine) =>
    event.type === 'request.registered' &&
    (event.isHistory === true || unmetByRegistration(event, event.stamp).length === 0),
  accepted,
  acceptedOf: ({ context, event }: Machine, { parent }: { parent: ParentKey }) =>
    says(event, 'parent', parent) && accepted({ context, event }),
  acceptedSaying: (
    { context, event }: Machine,
    { parent, field, value }: { parent: ParentKey; field: string; value: string },
  ) => says(event, 'parent', parent) && says(event, field, value) && accepted({ context, event }),
  isIko: ({ context }: Machine) => context.kind === 'IKO',
  hearingHeld: ({ context }: Machine) => asks.hearingHeld(context) !== null,
  hearingPlanned: ({ context }: Machine) => context.court.directionsHearingOn !== undefined,
  curatorRequired: ({ context }: Machine) =>
    asks.isCuratorRequired(context) && asks.childrenWithoutCurator(context).length > 0,
  curatorEarliestAt: ({ context }: Machine, { step }: { step: CuratorStep }) =>
    asks.liveCurators(context).some((curator) => curator.step === step),
  pairConfirmed: ({ context }: Machine) => asks.isPairConfirmed(context),
  interviewDelivered: ({ context }: Machine) =>
    context.interviews.length > 0 && !asks.undeliveredInterviews(context),
  interviewHeld: ({ context }: Machine) => context.interviews.length > 0,
  interviewRefused: ({ context }: Machine) =>
    Object.values(context.parents).some(({ interviewConsent }) => interviewConsent === 'refused'),
  interviewConsented: ({ context }: Machine) => asks.bothConsented(context),
  interviewImpossible: ({ context }: Machine) => asks.childrenOfInterviewAge(context).length === 0,
  sessionsToHold: ({ context }: Machine) => context.sessions.some(({ state }) => state === 'planned'),
  sessionsHeld: ({ context }: Machine) => asks.isSessionHeld(context),
  agreementSigned: ({ context }: Machine) => asks.isAgreementSigned(context),
  agreementReviewed: ({ context }: Machine) =>
    context.agreement !== null && Object.values(context.agreement.reviewed).every(Boolean),
};

/** The one place where a later event, once accepted, becomes facts. */
export const written = ({ context, event }: Machine): RequestFacts =>
  event.type === 'request.registered' ? context : recorded(context, event);

/** The vocabulary of the statechart. No `invoke`, no `after`, no clock: time arrives with the event. */
export const requestSetup = setup({
  types: {
    context: {} as RequestFacts,
    events: {} as Taken,
    meta: {} as { readonly nl: string; readonly en: string },
  },
  guards: GUARDS,
  actions: {
    register: recording(({ context, event }) =>
      event.type === 'request.registered'
        ? registeredFacts(event.number, event, event.stamp, event.policy)
        : context,
    ),
    record: recording(written),
  },
});
