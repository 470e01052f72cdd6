import type { KnownChild, KnownPerson } from './person';

/** Where a family's name may stand: a file of the advice desk, or a request at the mediation bureau. */
export type FileKind = 'case' | 'mediation-request';

export interface FileName {
  readonly kind: FileKind;
  readonly number: string;
}

/** What a conflict check compares of a file. */
export interface FileFacts {
  /** Key of the person whose side the file serves; null for a mediation request, which serves none. */
  readonly client: string | null;
  readonly people: readonly KnownPerson[];
  readonly children: readonly KnownChild[];
}
