import type { RequestFacts } from '../domain/request/request.facts';

/** Every request of a year, for whoever counts them. */
export abstract class RequestsOfYear {
  abstract facts(year: number): Promise<readonly RequestFacts[]>;

  /** For who could not count them. Throws DamagedRequest when one of them is not what its history gives. */
  abstract blame(year: number): Promise<void>;
}
