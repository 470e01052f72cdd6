import type { RequestFacts } from '../domain/request/request.facts';

/** Every request of a year, for whoever counts them. */
export abstract class RequestsOfYear {
  abstract facts(year: number): Promise<readonly RequestFacts[]>;
}
