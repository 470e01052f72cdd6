import type { CaseCode, Line } from '../domain/vocabulary/codes.catalogue';
import type { CaseState } from '../domain/vocabulary/facets.catalogue';
import type { Depth, Viewer } from './viewer';

/** Where a page ends: the next one begins behind it. */
export interface CasePlace {
  /** Only where the list is by follow-up. */
  readonly due: string;
  readonly number: string;
}

export interface CaseQuestion {
  /** Only what the viewer handles, stands in for, or has as their line. */
  readonly isOwn?: boolean;
  readonly isOpen?: boolean;
  readonly line?: Line;
  readonly state?: CaseState;
  readonly handler?: string;
  readonly year?: number;
  readonly code?: CaseCode;
  /** A number or the beginning of one; else beginnings of names, or a court number. */
  readonly q?: string;
  /** Follow-ups due up to this day, the earliest first; otherwise the latest case first. */
  readonly dueUntil?: string;
  readonly after?: CasePlace;
  readonly most: number;
}

/** A line of a list. Content is null where the viewer may only know that the case exists. */
export interface CaseListRow {
  readonly number: string;
  readonly line: Line;
  readonly state: CaseState;
  readonly handler: string;
  readonly content: {
    readonly code: CaseCode;
    readonly openedOn: string;
    readonly callerType: string;
    readonly callerRole: string;
    readonly fromCountry: string | null;
    readonly toCountry: string | null;
    readonly childCount: number;
    readonly deputy: string | null;
    readonly followUpDue: string | null;
    readonly incident: string | null;
  } | null;
}

/** The cases as far as somebody may see them. */
export abstract class CaseList {
  /** A question about content finds only cases whose content the viewer may see: an answer would tell it. */
  abstract page(question: CaseQuestion, viewer: Viewer): Promise<readonly CaseListRow[]>;

  /** How far the viewer sees into the case; null also when there is none, so that nobody can tell the two apart. */
  abstract depthOf(number: string, viewer: Viewer): Promise<Depth | null>;
}
