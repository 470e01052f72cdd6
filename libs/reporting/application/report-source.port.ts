import type { YearOfCases } from '@bureau/casework';
import type { YearEvaluations } from '@bureau/correspondence';
import type { RequestFacts } from '@bureau/mediation';

/** Where the facts of a year come from. */
export abstract class ReportSource {
  /** Every mediation request registered in that year, as it stands now. */
  abstract requestsOf(year: number): Promise<readonly RequestFacts[]>;

  /** Asked when they could not be counted: throws, naming the request, when a stored file is to blame. */
  abstract blame(year: number): Promise<void>;

  /** How many questions about mediation came in that year. */
  abstract informationRequestsOf(year: number): Promise<number>;

  /** The advice desk in that year. */
  abstract deskOf(year: number): Promise<YearOfCases>;

  /** Records of the advice desk that contradict themselves or another one, named in words: asked when a report does not add up. */
  abstract contradictionsOf(year: number): Promise<readonly string[]>;

  /** What parents thought of the mediations requested in that year. */
  abstract evaluationsOf(year: number): Promise<YearEvaluations>;
}
