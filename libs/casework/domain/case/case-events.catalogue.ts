import type { Words } from '@bureau/kernel';
import type { CaseEventOf, CasePayloads, FirstEventType, LaterCaseEventType, Stamp } from './case.events';
import type { CaseFacts } from './case.facts';
import * as needs from './case.needs';
import type { CaseNeed } from './case.needs';
import { ended, handoverIn, reimported, talked } from './case.recording';

/** All there is to know of one kind of event of a case. */
export interface CaseEventRule<T extends LaterCaseEventType> {
  readonly label: Words;
  /** All must be met, in the order in which a person would want to hear of them. */
  readonly needs: readonly CaseNeed<CaseEventOf<T> & { readonly stamp: Stamp }>[];
  /** What it writes down. Pure; asked only for an event that has been accepted. */
  readonly records: (facts: CaseFacts, event: CasePayloads[T], stamp: Stamp) => Partial<CaseFacts>;
  /** Said by the desk or the bureau itself and offered to nobody as a next step. */
  readonly isNoStep?: true;
}

type CaseEventRules = { readonly [T in LaterCaseEventType]: CaseEventRule<T> };

/** What the first event of a case must be by itself. */
export const FIRST_EVENTS: {
  readonly [T in FirstEventType]: {
    readonly label: Words;
    readonly needs: readonly CaseNeed<CaseEventOf<T> & { readonly stamp: Stamp }>[];
  };
} = {
  'case.opened': {
    label: { nl: 'Zaak geopend', en: 'Case opened' },
    needs: [
      needs.openedInPast,
      needs.codeValidOnOpening,
      needs.roleFitsCaller,
      needs.childrenBorn,
      needs.peopleToldApart,
    ],
  },
  'case.imported': {
    label: { nl: 'Zaak overgenomen uit oud register', en: 'Case taken over from an old register' },
    needs: [
      needs.openedInPast,
      needs.codeOfLineEver,
      needs.roleFitsCaller,
      needs.childrenBorn,
      needs.closingComplete,
      needs.closedAfterOpening,
    ],
  },
};

const { timeGoesForward, caseOpen, caseClosed } = needs;

/** Every event of a case after its first. */
export const CASE_EVENTS: CaseEventRules = {
  'case.reimported': {
    label: {
      nl: 'Zaak opnieuw overgenomen uit oud register',
      en: 'Case taken over again from an old register',
    },
    needs: [
      timeGoesForward,
      needs.openedInPast,
      needs.codeOfLineEver,
      needs.roleFitsCaller,
      needs.childrenBorn,
      needs.closingComplete,
      needs.closedAfterOpening,
    ],
    records: (_, imported) => reimported(imported),
    isNoStep: true,
  },
  'case.revised': {
    label: { nl: 'Gegevens gewijzigd', en: 'Facts changed' },
    needs: [
      timeGoesForward,
      needs.somethingToRevise,
      needs.revisedCodeValid,
      needs.revisedRoleFits,
      needs.childrenBorn,
    ],
    records: (_, changes) => changes,
  },
  'case.people_changed': {
    label: { nl: 'Personen gewijzigd', en: 'People changed' },
    needs: [timeGoesForward, needs.peopleToldApart],
    records: (_, { people }) => ({ people }),
  },
  'case.assigned': {
    label: { nl: 'Behandelaar gewijzigd', en: 'Handler changed' },
    needs: [timeGoesForward, caseOpen, needs.anotherHandler],
    // Whoever stood in for the last handler does not stand in for the next one unasked.
    records: (_, { handler }) => ({ handler, deputy: null }),
  },
  'case.deputed': {
    label: { nl: 'Vervanger gewijzigd', en: 'Deputy changed' },
    needs: [timeGoesForward, caseOpen, needs.deputyIsAnother],
    records: (_, { deputy }) => ({ deputy }),
  },
  'contact.recorded': {
    label: { nl: 'Contactmoment vastgelegd', en: 'Contact moment recorded' },
    needs: [timeGoesForward, caseOpen, needs.contactInPast, needs.contactAfterOpening],
    records: (facts, { channel, on }) => (channel === 'phone' ? talked(facts, on) : {}),
  },
  'follow_up.moved': {
    label: { nl: 'Opvolggesprek verzet', en: 'Follow-up moved' },
    needs: [timeGoesForward, caseOpen, needs.followUpWaiting, needs.followUpAhead],
    records: ({ followUp }, { dueOn, reason }, { on }) =>
      followUp ? { followUp: { ...followUp, moves: [...followUp.moves, { to: dueOn, reason, on }] } } : {},
  },
  'case.referred': {
    label: { nl: 'Doorverwezen naar ketenpartner', en: 'Referred to a chain partner' },
    needs: [timeGoesForward, caseOpen],
    records: ({ referrals }, { partner }, { on }) => ({ referrals: [...referrals, { partner, on }] }),
  },
  'handover.offered': {
    label: { nl: 'Overdracht aangeboden', en: 'Hand-over offered' },
    needs: [
      timeGoesForward,
      caseOpen,
      needs.isLine2,
      needs.isInternational,
      needs.noHandoverUnderWay,
      needs.consentInPast,
      needs.consentAfterOpening,
    ],
    records: ({ handovers }, { handover }) => ({
      handovers: [...handovers, { id: handover, state: 'offered', request: null }],
    }),
  },
  'handover.asked_back': {
    label: { nl: 'Vraag over de overdracht', en: 'Question about the hand-over' },
    needs: [timeGoesForward, needs.handoverWaiting],
    records: (facts, { handover }) => handoverIn(facts, handover, 'asked_back'),
    isNoStep: true,
  },
  'handover.answered': {
    label: { nl: 'Vraag over de overdracht beantwoord', en: 'Question about the hand-over answered' },
    needs: [timeGoesForward, needs.handoverAskedBack],
    records: (facts, { handover }) => handoverIn(facts, handover, 'offered'),
  },
  'handover.withdrawn': {
    label: { nl: 'Overdracht ingetrokken', en: 'Hand-over withdrawn' },
    needs: [timeGoesForward, needs.handoverUndecided],
    records: (facts, { handover }) => handoverIn(facts, handover, 'withdrawn'),
  },
  'handover.refused': {
    label: { nl: 'Overdracht geweigerd', en: 'Hand-over refused' },
    needs: [timeGoesForward, needs.handoverUndecided],
    records: (facts, { handover }) => handoverIn(facts, handover, 'refused'),
    isNoStep: true,
  },
  'handover.accepted': {
    label: { nl: 'Overdracht aangenomen', en: 'Hand-over accepted' },
    needs: [timeGoesForward, needs.handoverUndecided],
    records: (facts, { handover, request }, { on }) => ({
      ...handoverIn(facts, handover, 'accepted', request),
      ...(facts.closed ? {} : ended(facts, on, 'handed_to_mediation', on)),
    }),
    isNoStep: true,
  },
  'case.closed': {
    label: { nl: 'Zaak gesloten', en: 'Case closed' },
    needs: [
      timeGoesForward,
      caseOpen,
      needs.noHandoverUnderWay,
      needs.closedInPast,
      needs.closedSinceOpening,
    ],
    records: (facts, { reason, closedOn }, { on }) => ended(facts, closedOn, reason, on),
  },
  'case.reopened': {
    label: { nl: 'Zaak heropend', en: 'Case reopened' },
    needs: [timeGoesForward, caseClosed],
    records: ({ reopenedOn }, _, { on }) => ({ closed: null, reopenedOn: [...reopenedOn, on] }),
  },
};

export const LATER_CASE_EVENTS = Object.keys(CASE_EVENTS) as readonly LaterCaseEventType[];
