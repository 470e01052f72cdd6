import type { KnownChild, KnownPerson } from './person';

/** What a conflict check compares of a file. */
export interface FileFacts {
  /** Key of the person whose side the file serves; null for a mediation request, which serves none. */
  readonly client: string | null;
  readonly people: readonly KnownPerson[];
  readonly children: readonly KnownChild[];
}
