import { ACCESS_SEALED } from '@bureau/access';
import type { SealedColumn } from '@bureau/platform';

/** Every column of the bureau that holds encrypted texts: what a new key has to seal anew. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [...ACCESS_SEALED];
