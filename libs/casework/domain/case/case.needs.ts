import { isCodeOfLine, isCodeValid, type CaseCode, type Line } from '../vocabulary/codes.catalogue';
import { isRoleOfType, type CallerRole, type CallerType } from '../vocabulary/callers.catalogue';
import type { PlainDate } from '@bureau/kernel';
import type { ImportedCase, PersonKey, Stamp } from './case.events';
import { handoverUnderWay, type CaseFacts, type HandoverState } from './case.facts';
import type { CaseRequirement } from './case.requirements.catalogue';

/** One condition of an event: met by the facts and what was sent, or a reason to refuse. */
export interface CaseNeed<E> {
  readonly code: CaseRequirement;
  met(facts: CaseFacts, event: E): boolean;
}

type Sent = { readonly stamp: Stamp };

const need = <E>(code: CaseRequirement, met: (facts: CaseFacts, event: E) => boolean): CaseNeed<E> => ({
  code,
  met,
});
const always = (code: CaseRequirement, met: (facts: CaseFacts) => boolean): CaseNeed<unknown> =>
  need(code, met);

/* What the first event must be by itself: there are no facts yet. */

type Opening = {
  readonly line: Line;
  readonly code: CaseCode;
  readonly openedOn: PlainDate;
  readonly callerType: CallerType;
  readonly callerRole: CallerRole;
};
type Children = { readonly children?: readonly PlainDate[] };

export const codeValidOnOpening = need<Opening>('code-of-line', (_, { code, line, openedOn }) =>
  isCodeValid(code, line, openedOn),
);
/** An old register may have been written over with a later list: any code the line ever had will do. */
export const codeOfLineEver = need<Opening>('code-of-line', (_, { code, line }) => isCodeOfLine(code, line));
export const roleFitsCaller = need<Opening>('role-fits-caller', (_, { callerRole, callerType }) =>
  isRoleOfType(callerRole, callerType),
);
export const openedInPast = need<Opening & Sent>(
  'not-in-future',
  (_, { openedOn, stamp }) => openedOn <= stamp.on,
);
export const childrenBorn = need<Children & Sent>('children-born', (_, { children = [], stamp }) =>
  children.every((birth) => birth <= stamp.on),
);
export const closingComplete = need<ImportedCase>(
  'closing-complete',
  (_, { closedOn, closingReason }) => (closedOn === null) === (closingReason === null),
);
export const closedAfterOpening = need<ImportedCase>(
  'not-before-opening',
  (_, { closedOn, openedOn }) => closedOn === null || openedOn <= closedOn,
);
export const peopleToldApart = need<{ readonly people: readonly PersonKey[] }>(
  'people-told-apart',
  (_, { people }) => new Set(people.map(({ key }) => key)).size === people.length,
);

/* Later events. */

export const timeGoesForward = need<Sent>(
  'time-goes-forward',
  ({ latestAt }, { stamp }) => latestAt <= stamp.at,
);
export const caseOpen = always('case-open', ({ closed }) => closed === null);
export const caseClosed = always('case-closed', ({ closed }) => closed !== null);

type Revision = {
  readonly code?: CaseCode;
  readonly callerType?: CallerType;
  readonly callerRole?: CallerRole;
};

export const somethingToRevise = need<object>('something-to-revise', (_, { ...sent }) =>
  Object.keys(sent).some((field) => !['type', 'stamp', 'isHistory'].includes(field)),
);
export const revisedCodeValid = need<Revision>(
  'code-of-line',
  ({ line, openedOn, code: before }, { code = before }) =>
    code === before || isCodeValid(code, line, openedOn),
);
export const revisedRoleFits = need<Revision>(
  'role-fits-caller',
  (facts, { callerRole = facts.callerRole, callerType = facts.callerType }) =>
    isRoleOfType(callerRole, callerType),
);
export const anotherHandler = need<{ readonly handler: string }>(
  'another-handler',
  (facts, { handler }) => handler !== facts.handler,
);
export const deputyIsAnother = need<{ readonly deputy: string | null }>(
  'deputy-is-another',
  (facts, { deputy }) => deputy !== facts.handler,
);

type OnDay = { readonly on: PlainDate };
export const contactInPast = need<OnDay & Sent>('not-in-future', (_, { on, stamp }) => on <= stamp.on);
export const contactAfterOpening = need<OnDay>(
  'not-before-opening',
  ({ openedOn }, { on }) => openedOn <= on,
);

export const followUpWaiting = always(
  'follow-up-waiting',
  ({ followUp }) => followUp !== null && followUp.heldOn === null && followUp.droppedOn === null,
);
export const followUpAhead = need<{ readonly dueOn: PlainDate } & Sent>(
  'follow-up-ahead',
  (_, { dueOn, stamp }) => stamp.on <= dueOn,
);

type Closing = { readonly closedOn: PlainDate };
export const closedInPast = need<Closing & Sent>(
  'not-in-future',
  (_, { closedOn, stamp }) => closedOn <= stamp.on,
);
export const closedSinceOpening = need<Closing>(
  'not-before-opening',
  ({ openedOn }, { closedOn }) => openedOn <= closedOn,
);

/* Hand-over. */

export const isLine2 = always('is-line-2', ({ line }) => line === 2);
export const isInternational = always(
  'is-international',
  ({ fromCountry, toCountry }) => fromCountry !== null && toCountry !== null && fromCountry !== toCountry,
);
export const noHandoverUnderWay = always(
  'no-handover-under-way',
  (facts) => handoverUnderWay(facts) === null,
);
export const consentInPast = need<{ readonly consentOn: PlainDate } & Sent>(
  'consent-not-in-future',
  (_, { consentOn, stamp }) => consentOn <= stamp.on,
);
export const consentAfterOpening = need<{ readonly consentOn: PlainDate }>(
  'consent-not-before-opening',
  ({ openedOn }, { consentOn }) => openedOn <= consentOn,
);

type OfHandover = { readonly handover: string };
const handoverIs = (code: CaseRequirement, states: readonly HandoverState[]): CaseNeed<OfHandover> =>
  need(code, ({ handovers }, { handover }) =>
    handovers.some(({ id, state }) => id === handover && states.includes(state)),
  );
export const handoverWaiting = handoverIs('handover-waiting', ['offered']);
export const handoverAskedBack = handoverIs('handover-asked-back', ['asked_back']);
export const handoverUndecided = handoverIs('handover-under-way', ['offered', 'asked_back']);
