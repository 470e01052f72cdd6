import { BrokenWorld } from '@bureau/kernel';

/** There is no key to seal with, or not the one that a text was sealed with. Nothing was written. */
export class KeyMissing extends BrokenWorld {
  override readonly name = 'KeyMissing';
  readonly code = 'key-missing';
}

/** What is stored is not what was sealed here: it was changed, or stands in another row than it was written in. */
export class SealBroken extends BrokenWorld {
  override readonly name = 'SealBroken';
  readonly code = 'seal-broken';
}
