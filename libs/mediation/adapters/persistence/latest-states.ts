import type { StoredRequest } from '../../application/request.store';

/** A bureau has a few dozen open requests; a replay of ten years has five hundred. */
const MOST = 1_000;

/** The state of each request as this process read or wrote it last. Other processes may have gone on since. */
export class LatestStates {
  private readonly states = new Map<string, StoredRequest>();

  of(number: string): StoredRequest | null {
    return this.states.get(number) ?? null;
  }

  /** Kept until something newer is; the request that was used longest ago makes room. */
  keep(number: string, state: StoredRequest): void {
    this.states.delete(number);
    this.states.set(number, state);
    if (this.states.size <= MOST) return;
    const [oldest] = this.states.keys();
    if (oldest !== undefined) this.states.delete(oldest);
  }

  forget(number: string): void {
    this.states.delete(number);
  }
}
