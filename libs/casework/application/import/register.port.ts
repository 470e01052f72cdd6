import type { LargeStore } from '@bureau/platform';
import type { OpposingCases, RegisterCase } from './cases.file';
import type { KnownCases, RegisterContact } from './contacts.file';

/** The cases as an import compares itself with them and writes to them. */
export abstract class CaseRegister implements LargeStore<RegisterCase>, OpposingCases, KnownCases {
  abstract stored(records: readonly RegisterCase[]): ReturnType<LargeStore<RegisterCase>['stored']>;
  abstract saveAll(changes: Parameters<LargeStore<RegisterCase>['saveAll']>[0]): Promise<boolean>;
  abstract opposedTo(numbers: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  abstract known(numbers: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The contact moments as an import compares itself with them and writes to them. */
export abstract class ContactRegister implements LargeStore<RegisterContact> {
  abstract stored(records: readonly RegisterContact[]): ReturnType<LargeStore<RegisterContact>['stored']>;
  abstract saveAll(changes: Parameters<LargeStore<RegisterContact>['saveAll']>[0]): Promise<boolean>;
}
