import { hash, randomBytes, randomInt } from 'node:crypto';

// Without 0 o 1 i l: a password is read out over the telephone.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const RECOVERY_GROUPS = 3;
const GROUP_LENGTH = 5;

const letter = (): string => ALPHABET.charAt(randomInt(ALPHABET.length));
const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('');

/** A password nobody can guess (99 bits) and anybody can type: `k7mfw-2xq9t-…`. */
export const generatedPassword = (): string => Array.from({ length: GROUPS }, group).join('-');

/** One of the codes that stand in for a lost telephone: 74 bits, so that a plain hash of it keeps it. */
export const generatedRecoveryCode = (): string => Array.from({ length: RECOVERY_GROUPS }, group).join('-');

/** What is stored of a recovery code; of another account the same code would be another hash. Hyphens do not count. */
export const hashOfRecoveryCode = (username: string, code: string): string =>
  hash('sha256', `${username} ${code.replaceAll('-', '')}`);

/** A token for one session: 256 bits, safe in a header, a cookie and a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The name of a session for its owner: opens nothing, and does not tell what is stored of the token. */
export const deviceIdOf = (tokenHash: string): string =>
  hash('sha256', `device ${tokenHash}`, 'base64url').slice(0, 16);

/** What is stored of a token: enough to know it again, useless to whoever reads the table. */
export const hashOfToken = (token: string): string => hash('sha256', token);
