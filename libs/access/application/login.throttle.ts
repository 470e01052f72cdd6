import { Injectable } from '@nestjs/common';
import { Clock, type Instant, no, type Result } from '@bureau/kernel';
import { remembered, secondsToWait } from '../domain/login-throttle.rules';

export interface TooManyAttempts {
  readonly code: 'too-many-attempts';
  readonly retryAfterSeconds: number;
}

// Names come from outside, so their number must have an end; each costs its sender the time of one password hash.
const MOST_NAMES = 10_000;

/**
 * Slows down guessing, per name and per process. Attempts on one name take turns, so a hundred at the same moment
 * count as a hundred and not as one.
 */
@Injectable()
export class LoginThrottle {
  private readonly failures = new Map<string, readonly Instant[]>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly clock: Clock) {}

  /** The answer of `attempt`, or how long to wait. A success forgives; an attempt that throws is not counted. */
  async guard<T, E>(
    name: string,
    attempt: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | TooManyAttempts>> {
    const before = this.turns.get(name) ?? Promise.resolve();
    const answer = before.then(() => this.judge(name, attempt));
    const turn = answer.catch(() => undefined);
    this.turns.set(name, turn);
    try {
      return await answer;
    } finally {
      if (this.turns.get(name) === turn) this.turns.delete(name);
    }
  }

  private async judge<T, E>(
    name: string,
    attempt: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | TooManyAttempts>> {
    const retryAfterSeconds = secondsToWait(this.failures.get(name) ?? [], this.clock.now());
    if (retryAfterSeconds > 0) return no({ code: 'too-many-attempts', retryAfterSeconds });
    const result = await attempt();
    if (result.ok) this.failures.delete(name);
    else this.remember(name);
    return result;
  }

  private remember(name: string): void {
    const now = this.clock.now();
    const failures = [...remembered(this.failures.get(name) ?? [], now), now];
    // Deleted first, so that the map stays in order of last failure and the oldest is the one to go.
    this.failures.delete(name);
    this.failures.set(name, failures);
    const [oldest] = this.failures.keys();
    if (this.failures.size > MOST_NAMES && oldest !== undefined) this.failures.delete(oldest);
  }
}
