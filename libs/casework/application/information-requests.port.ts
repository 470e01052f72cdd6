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
