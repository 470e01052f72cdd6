import type { ImportStore } from '@bureau/platform';
import type { InformationRequest } from '../domain/information-request';

/** The questions the bureau was asked. */
export abstract class InformationRequests {
  /** How many were received in that year. */
  abstract countByYear(year: number): Promise<number>;
}

/** The register of questions as an import compares itself with it and writes to it. */
export abstract class InformationRequestRegister implements ImportStore<InformationRequest> {
  abstract stored(
    records: readonly InformationRequest[],
  ): ReturnType<ImportStore<InformationRequest>['stored']>;
  abstract save(plan: Parameters<ImportStore<InformationRequest>['save']>[0]): Promise<boolean>;
}

/** A question with the mediation request that came of it. */
export interface KnownQuestion extends InformationRequest {
  readonly request: string | null;
}

/** The register of questions as the bureau works with it. */
export abstract class InformationDesk {
  abstract ofYear(year: number): Promise<readonly KnownQuestion[]>;
  /** How many there are of that day, asker and channel. */
  abstract countLike(question: Omit<InformationRequest, 'id'>): Promise<number>;
  /** False when the id is there already. */
  abstract add(question: InformationRequest): Promise<boolean>;
  /** False when there is no such question. */
  abstract link(id: string, request: string): Promise<boolean>;
}
