import type { YearOfCases } from '@bureau/casework';
import type { YearEvaluations } from '@bureau/correspondence';
import type { RequestFacts } from '@bureau/mediation';

/** Everything the tables of one year are made of. */
export interface ReportData {
  readonly year: number;
  /** At least all mediation requests registered in that year. */
  readonly requests: readonly { readonly facts: RequestFacts }[];
  /** Questions about mediation received in that year; never requests. */
  readonly informationRequests: number;
  /** The advice desk in that year. */
  readonly desk: YearOfCases;
  /** The advice desk in the year before; null when no case was opened then, so that there is nothing to compare with. */
  readonly deskBefore: YearOfCases | null;
  /** What parents thought of the mediations requested in that year. */
  readonly evaluations: YearEvaluations;
}

/** What the tables about the advice desk are made of. */
export type DeskData = Pick<ReportData, 'year' | 'desk' | 'deskBefore'>;

/** What the table about mediation is made of. */
export type MediationData = Pick<ReportData, 'year' | 'requests' | 'informationRequests'>;

/** What the table about evaluations is made of. */
export type EvaluationData = Pick<ReportData, 'year' | 'evaluations'>;
