import type { Instant } from '@bureau/kernel';
import { type SecondFactor, SecondFactors } from '../../libs/access/application/second-factor/second-factors';
import type { InMemoryAccountStore } from './accounts.fakes';

/** Shares the memory of an account store, as the tables share a database. */
export class InMemorySecondFactors extends SecondFactors {
  readonly factors = new Map<string, SecondFactor>();
  readonly recoveryCodes = new Set<string>();
  private begun = 0;

  constructor(private readonly store: InMemoryAccountStore) {
    super();
  }

  async find(username: string): Promise<SecondFactor | null> {
    return this.factors.get(username) ?? null;
  }

  async begin(username: string, secret: string, _at: Instant): Promise<'begun' | 'there'> {
    if (this.factors.get(username)?.confirmed) return 'there';
    this.begun += 1;
    this.factors.set(username, { username, secret, confirmed: false, lastStep: 0, mark: `${this.begun}` });
    return 'begun';
  }

  async confirm(
    { username, mark }: SecondFactor,
    step: number,
    recoveryHashes: readonly string[],
    keptTokenHash: string,
  ): Promise<'confirmed' | 'stale'> {
    const stored = this.factors.get(username);
    if (!stored || stored.confirmed || stored.mark !== mark) return 'stale';
    this.factors.set(username, { ...stored, confirmed: true, lastStep: step });
    for (const hash of recoveryHashes) this.recoveryCodes.add(`${username} ${hash}`);
    this.store.change(username, { secondFactor: true });
    this.endSessions(username, keptTokenHash);
    return 'confirmed';
  }

  async takeStep({ username, lastStep }: SecondFactor, step: number): Promise<boolean> {
    const stored = this.factors.get(username);
    if (!stored?.confirmed || stored.lastStep !== lastStep) return false;
    this.factors.set(username, { ...stored, lastStep: step });
    return true;
  }

  async hasRecoveryCode(username: string, hash: string): Promise<boolean> {
    return this.recoveryCodes.has(`${username} ${hash}`);
  }

  async takeRecoveryCode(username: string, hash: string): Promise<boolean> {
    return this.recoveryCodes.delete(`${username} ${hash}`);
  }

  async remove(username: string, keptTokenHash: string | null): Promise<'removed' | 'none'> {
    if (!this.factors.get(username)?.confirmed) return 'none';
    this.factors.delete(username);
    for (const code of this.recoveryCodes)
      if (code.startsWith(`${username} `)) this.recoveryCodes.delete(code);
    this.store.change(username, { secondFactor: false });
    this.endSessions(username, keptTokenHash);
    return 'removed';
  }

  private endSessions(username: string, keptTokenHash: string | null): void {
    for (const [hash, session] of this.store.sessions)
      if (session.username === username && hash !== keptTokenHash) this.store.sessions.delete(hash);
  }
}
