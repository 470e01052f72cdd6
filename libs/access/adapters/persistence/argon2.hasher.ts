import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PasswordHasher } from '../../application/password.hasher';

export interface Argon2Cost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** What one login may cost: the OWASP minimum for argon2id, 19 MiB in two passes. */
export const ARGON2_COST: Argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id. A letter with its accent typed as one character or as two is the same password (NIST SP 800-63B). */
export class Argon2Hasher extends PasswordHasher {
  readonly decoy: string;

  constructor(private readonly cost: Argon2Cost = ARGON2_COST) {
    super();
    const { memoryCost, timeCost, parallelism } = cost;
    const random = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
    this.decoy = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), this.cost);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, password.normalize('NFKC'));
  }
}
