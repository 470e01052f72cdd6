import type { RequestFacts } from '@bureau/mediation';

/** Everything the tables of one year are made of. */
export interface ReportData {
  readonly year: number;
  /** At least all mediation requests registered in that year. */
  readonly requests: readonly { readonly facts: RequestFacts }[];
  /** Questions about mediation received in that year; never requests. */
  readonly informationRequests: number;
}
