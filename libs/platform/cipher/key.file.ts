import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KeyMissing } from './cipher.problems';
import { Keyring, keysIn } from './keyring';
import { newKeyText, type SealingKey } from './sealing-key';

const OWNER_ONLY = 0o600;
const HEADING =
  '# Keys of the bureau, one a line: the first seals, all of them open. Keep a copy apart from the database.\n';

/** Keys in a file that only its owner may read; made when first something is sealed. */
export class KeyFile extends Keyring {
  private read: { readonly mark: string; readonly keys: readonly SealingKey[] } | null = null;

  constructor(readonly path: string) {
    super();
  }

  current(): SealingKey {
    if (!existsSync(this.path)) this.make();
    const [first] = this.keys();
    if (!first) throw new KeyMissing(`${this.path} holds no key: put back the copy that was kept of it.`);
    return first;
  }

  find(id: string): SealingKey | null {
    return this.keys().find((key) => key.id === id) ?? null;
  }

  /** Adds a key that seals from now on; the earlier ones still open. Of two at once, one is refused. */
  add(): SealingKey {
    this.current();
    const next = `${this.path}.next`;
    const file = this.claim(next);
    try {
      // Read only now: from here on nobody else adds one.
      const earlier = readFileSync(this.path, 'utf8').replace(HEADING, '');
      writeSync(file, `${HEADING}${newKeyText()}\n${earlier}`);
      fsyncSync(file);
      renameSync(next, this.path);
    } catch (error) {
      rmSync(next, { force: true });
      throw unreadable(this.path, error);
    } finally {
      closeSync(file);
    }
    this.read = null;
    return this.current();
  }

  private claim(next: string): number {
    try {
      return openSync(next, 'wx', OWNER_ONLY);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(this.path, error);
      throw new KeyMissing(
        `Another process is adding a key. If none is, remove ${next}: nothing has been sealed with what is in it.`,
      );
    }
  }

  /** Several processes may start at once: the file appears whole, and the first one's stays. */
  private make(): void {
    const own = `${this.path}.${randomBytes(4).toString('hex')}`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      const file = openSync(own, 'wx', OWNER_ONLY);
      writeSync(file, `${HEADING}${newKeyText()}\n`);
      fsyncSync(file);
      closeSync(file);
      linkSync(own, this.path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(this.path, error);
    } finally {
      rmSync(own, { force: true });
    }
  }

  private keys(): readonly SealingKey[] {
    try {
      const { ino, mtimeMs, size } = statSync(this.path);
      const mark = `${ino} ${mtimeMs} ${size}`;
      if (this.read?.mark !== mark)
        this.read = { mark, keys: keysIn(readFileSync(this.path, 'utf8').split('\n')) };
      return this.read.keys;
    } catch (error) {
      if (error instanceof KeyMissing) throw error;
      throw unreadable(this.path, error);
    }
  }
}

const unreadable = (path: string, cause: unknown): KeyMissing =>
  new KeyMissing(
    `The key file ${path} cannot be used (${cause instanceof Error ? cause.message : String(cause)}). What is encrypted stays closed until the copy that was kept of it is put back.`,
  );
