import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/kernel';
import { typedCode } from '../../domain/one-time-code.rules';
import { hashOfRecoveryCode } from '../secrets';
import { OneTimeCodes } from './one-time-codes';
import { type SecondFactor, SecondFactors } from './second-factors';

/** A code that fits. It counts when it is used, and only once. */
export type Proof =
  | { readonly kind: 'step'; readonly factor: SecondFactor; readonly step: number }
  | { readonly kind: 'recovery'; readonly username: string; readonly hash: string };

/** Looks at the code somebody shows. Looking writes nothing and is the same work for everybody, known or not. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly factors: SecondFactors,
    private readonly codes: OneTimeCodes,
    private readonly clock: Clock,
  ) {}

  /** What the text proves about the account; null when it proves nothing. `username` is null for nobody's name. */
  async examine(username: string | null, text: string): Promise<Proof | null> {
    const name = username ?? '';
    const typed = typedCode(text);
    const factor = await this.factors.find(name);
    if (typed.kind === 'recovery') {
      const hash = hashOfRecoveryCode(name, typed.code);
      const known = await this.factors.hasRecoveryCode(name, hash);
      return known && factor?.confirmed ? { kind: 'recovery', username: name, hash } : null;
    }
    const step = this.codes.stepOf(factor?.secret ?? this.codes.decoy, typed.code, this.clock.now());
    // A code that was shown before may have been read over a shoulder: its step and all before it are spent.
    if (!factor?.confirmed || step === null || step <= factor.lastStep) return null;
    return { kind: 'step', factor, step };
  }

  /** False when somebody else used it in between. */
  use(proof: Proof): Promise<boolean> {
    return proof.kind === 'step'
      ? this.factors.takeStep(proof.factor, proof.step)
      : this.factors.takeRecoveryCode(proof.username, proof.hash);
  }
}
