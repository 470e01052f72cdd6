import { hash, randomBytes } from 'node:crypto';

const LENGTH = 32;

/** One key of AES-256-GCM. The id is public: it stands before everything the key has sealed. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The key that this text is (base64 of 32 bytes, in either alphabet); null when it is none. */
export function keyFrom(text: string): SealingKey | null {
  const written = text.trim().replace(/=+$/, '');
  if (!/^[\w+/-]{43}$/.test(written)) return null;
  const bytes = Buffer.from(written, 'base64');
  if (bytes.length !== LENGTH) return null;
  // A hash of a random key tells nothing of the key; the words before it keep it apart from any other use.
  return { id: hash('sha256', `bureau sealing key ${bytes.toString('base64')}`).slice(0, 8), bytes };
}

/** The text of a new key. */
export const newKeyText = (): string => randomBytes(LENGTH).toString('base64url');
