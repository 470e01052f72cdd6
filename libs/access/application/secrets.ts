import { hash, randomBytes, randomInt } from 'node:crypto';

// Without 0 o 1 i l: a password is read out over the telephone.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

const letter = (): string => ALPHABET.charAt(randomInt(ALPHABET.length));
const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('');

/** A password nobody can guess (99 bits) and anybody can type: `k7mfw-2xq9t-…`. */
export const generatedPassword = (): string => Array.from({ length: GROUPS }, group).join('-');

/** A token for one session: 256 bits, safe in a header, a cookie and a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: enough to know it again, useless to whoever reads the table. */
export const hashOfToken = (token: string): string => hash('sha256', token);
