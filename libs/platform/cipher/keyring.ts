import { KeyMissing } from './cipher.problems';
import { keyFrom, type SealingKey } from './sealing-key';

/** The keys of a bureau. Asked at every use, so that a key that was added a moment ago counts. */
export abstract class Keyring {
  /** The one that seals. @throws KeyMissing */
  abstract current(): SealingKey;

  /** The one of this id; null when the bureau has no such key. */
  abstract find(id: string): SealingKey | null;
}

/** Keys that were given with the settings, separated by commas: the first seals, the others only open. */
export class GivenKeys extends Keyring {
  private readonly keys: readonly SealingKey[];

  constructor(text: string) {
    super();
    this.keys = keysIn(text.split(','));
  }

  current(): SealingKey {
    const [first] = this.keys;
    if (!first) throw new KeyMissing('BUREAU_KEY holds no key.');
    return first;
  }

  find(id: string): SealingKey | null {
    return this.keys.find((key) => key.id === id) ?? null;
  }
}

/** For a database that others reach too: a key made up by one process would be unknown to the next. */
export class NoKeys extends Keyring {
  current(): SealingKey {
    throw new KeyMissing(
      'There is no key to encrypt with. On PostgreSQL every process must be given the same one: put the output of `bureau keys new` in BUREAU_KEY and start again.',
    );
  }

  find(): null {
    return null;
  }
}

/** @throws KeyMissing when a line is no key: a key that is left out in silence is data that is lost in silence. */
export const keysIn = (lines: readonly string[]): SealingKey[] =>
  lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const key = keyFrom(line);
      if (!key) throw new KeyMissing(`Key ${index + 1} cannot be read: it must be 32 bytes in base64.`);
      return key;
    });
