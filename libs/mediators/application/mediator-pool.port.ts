import type { ImportStore } from '@bureau/platform';
import type { Mediator } from '../domain/mediator';

/** Who may be asked to mediate. */
export abstract class MediatorPool {
  /** Those of the ids that the pool knows. */
  abstract find(ids: readonly string[]): Promise<ReadonlyMap<string, Mediator>>;

  /** Whether the bureau has brought in no pool yet. */
  abstract isEmpty(): Promise<boolean>;
}

/** The pool as an import compares itself with it and writes to it. */
export abstract class MediatorRegister implements ImportStore<Mediator> {
  abstract stored(records: readonly Mediator[]): ReturnType<ImportStore<Mediator>['stored']>;
  abstract save(plan: Parameters<ImportStore<Mediator>['save']>[0]): Promise<boolean>;
}
