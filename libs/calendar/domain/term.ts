import type { RegimeKey } from './regimes.catalogue';
import type { TermSpan } from './term-span';

/** A term, with the law it is under. */
export interface Term extends TermSpan {
  readonly regime: RegimeKey;
}
