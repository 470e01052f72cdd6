import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyMissing, SealBroken } from './cipher.problems';
import type { Keyring } from './keyring';

/** Where a sealed text stands. It opens nowhere else: not in another row, and not in another column. */
export interface Place {
  readonly table: string;
  readonly column: string;
  /** What tells the row from every other one. */
  readonly row: readonly string[];
}

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
const SEALED = /^v1\.([0-9a-f]{8})\.([\w-]+)$/;

/**
 * Encrypts single fields: AES-256-GCM with a new initialisation vector each time. A text tells which key sealed it
 * (`v1.<key>.<vector, text and tag>`), so that keys can be renewed while everybody works.
 */
export class Cipher {
  constructor(private readonly keyring: Keyring) {}

  /** @throws KeyMissing */
  seal(text: string, place: Place): string {
    const { id, bytes } = this.keyring.current();
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv(ALGORITHM, bytes, iv).setAAD(bindingOf(id, place));
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${id}.${sealed.toString('base64url')}`;
  }

  /**
   * @throws KeyMissing when the key that sealed it is not here.
   * @throws SealBroken when the text was changed, or was sealed for another place.
   */
  open(sealed: string, place: Place): string {
    const [, id, body] = SEALED.exec(sealed) ?? [];
    if (id === undefined || body === undefined) throw broken(place);
    const key = this.keyring.find(id);
    if (!key)
      throw new KeyMissing(
        `${inWords(place)} was encrypted with the key ${id}, which this process does not have. Add that key to BUREAU_KEY or to the key file.`,
      );
    const bytes = Buffer.from(body, 'base64url');
    if (bytes.length < IV_LENGTH + TAG_LENGTH) throw broken(place);
    const decipher = createDecipheriv(ALGORITHM, key.bytes, bytes.subarray(0, IV_LENGTH), {
      authTagLength: TAG_LENGTH,
    })
      .setAAD(bindingOf(id, place))
      .setAuthTag(bytes.subarray(-TAG_LENGTH));
    try {
      const text = decipher.update(bytes.subarray(IV_LENGTH, -TAG_LENGTH));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch (error) {
      throw broken(place, error);
    }
  }

  /** What the texts begin with that are sealed now. */
  get prefix(): string {
    return `${VERSION}.${this.keyring.current().id}.`;
  }
}

/** As JSON, so that no two places are written alike. */
const bindingOf = (keyId: string, { table, column, row }: Place): Buffer =>
  Buffer.from(JSON.stringify([VERSION, keyId, table, column, ...row]));

const inWords = ({ table, column, row }: Place): string => `${table}.${column} of ${row.join(' ')}`;

const broken = (place: Place, cause?: unknown): SealBroken =>
  new SealBroken(
    `${inWords(place)} is not what was encrypted there: it was changed, or copied from another row.`,
    { cause },
  );
