import type { Instant, PlainDate } from '@bureau/kernel';
import type { PersonRole } from '../people/person';
import type { Country } from '../treaty/treaty.rules';
import type { CallerRole, CallerType } from '../vocabulary/callers.catalogue';
import type { Channel } from '../vocabulary/channels.catalogue';
import type { CaseCode, Line } from '../vocabulary/codes.catalogue';
import type {
  CentralAuthorityRequest,
  ChainPartner,
  ClosingReason,
  ContactDirection,
  Custody,
  FamilyMember,
  Wrong,
} from '../vocabulary/facets.catalogue';

/** What is known of the family event behind a case; null is not known, or does not apply. */
export interface Facets {
  readonly takingPerson: FamilyMember | null;
  readonly contactSeeker: FamilyMember | null;
  /** Habitual residence of the children. */
  readonly fromCountry: Country | null;
  /** Where they were taken, or would move. */
  readonly toCountry: Country | null;
  /** Birth dates; twins have the same one twice. */
  readonly children: readonly PlainDate[];
  readonly incident: string | null;
  readonly custody: Custody | null;
  readonly courtNumber: string | null;
  readonly wrong: Wrong | null;
  readonly wrongOn: PlainDate | null;
  readonly caRequest: CentralAuthorityRequest | null;
}

/** A person of the case as its history knows them. Names and numbers stand in a table of their own. */
export interface PersonKey {
  readonly key: string;
  readonly role: PersonRole;
}

interface Subject {
  readonly line: Line;
  readonly code: CaseCode;
  readonly callerType: CallerType;
  readonly callerRole: CallerRole;
}

/** A row of an old register. */
export interface ImportedCase
  extends Subject, Pick<Facets, 'takingPerson' | 'contactSeeker' | 'fromCountry' | 'toCountry' | 'children'> {
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly closingReason: ClosingReason | null;
  readonly handler: string;
  readonly conflictWith: string | null;
}

/** What each event carries. Codes, dates and keys; never the name or the words of a caller. */
export interface CasePayloads {
  'case.opened': Subject &
    Partial<Facets> & {
      readonly handler: string;
      readonly openedOn: PlainDate;
      readonly people: readonly PersonKey[];
    };
  'case.imported': ImportedCase;
  'case.reimported': ImportedCase;
  'case.revised': Partial<Omit<Subject, 'line'> & Facets>;
  'case.people_changed': { readonly people: readonly PersonKey[] };
  'case.assigned': { readonly handler: string };
  'case.deputed': { readonly deputy: string | null };
  'contact.recorded': {
    /** With the offset of the place where it was registered. */
    readonly at: string;
    readonly on: PlainDate;
    readonly channel: Channel;
    readonly nth: number;
    readonly callerType: CallerType;
    readonly direction: ContactDirection | null;
    readonly minutes: number | null;
    readonly language: string | null;
  };
  'follow_up.moved': { readonly dueOn: PlainDate; readonly reason: string };
  'case.referred': { readonly partner: ChainPartner };
  'handover.offered': {
    readonly handover: string;
    readonly kind: 'IKO' | 'NIKO';
    readonly consentBy: string;
    readonly consentOn: PlainDate;
  };
  'handover.asked_back': { readonly handover: string };
  'handover.answered': { readonly handover: string };
  'handover.withdrawn': { readonly handover: string };
  'handover.refused': { readonly handover: string };
  'handover.accepted': { readonly handover: string; readonly request: string };
  'case.closed': { readonly reason: ClosingReason; readonly closedOn: PlainDate };
  'case.reopened': { readonly reason: string };
}

export type CaseEventType = keyof CasePayloads;
export type FirstEventType = 'case.opened' | 'case.imported';
export type LaterCaseEventType = Exclude<CaseEventType, FirstEventType>;

export type CaseEventOf<T extends CaseEventType> = { readonly type: T } & CasePayloads[T];
export type CaseEvent = { [T in CaseEventType]: CaseEventOf<T> }[CaseEventType];
export type FirstCaseEvent = { [T in FirstEventType]: CaseEventOf<T> }[FirstEventType];
export type LaterCaseEvent = { [T in LaterCaseEventType]: CaseEventOf<T> }[LaterCaseEventType];

/** When and by whom: handed in from outside, for the domain has no clock. */
export interface Stamp {
  readonly at: Instant;
  /** The day it was where the desk is. */
  readonly on: PlainDate;
  readonly actor: string | null;
}

export type StampedCase<E> = E & {
  readonly stamp: Stamp;
  /** Accepted once already: it is not judged again. */
  readonly isHistory?: boolean;
};
