import type { Mediator } from './mediator';
import { PROFESSION_CODES } from './professions.catalogue';
import { STAGES } from './stages.catalogue';

export type PairRefusal = 'pool-knows-mediators' | 'pair-legal-and-behavioural' | 'pair-has-full-member';
export type ReplacementRefusal = 'pool-knows-mediators' | 'same-profession';

/**
 * Why these may not mediate together; empty when they may. Null stands for somebody the pool does not know, of whom
 * nothing else is asked.
 */
export function pairRefusals(pair: readonly (Mediator | null)[]): readonly PairRefusal[] {
  const known = pair.filter((member) => member !== null);
  const isComplete = known.length === pair.length;
  const refusals: PairRefusal[] = [];
  if (!isComplete) refusals.push('pool-knows-mediators');
  if (isComplete && !isOneOfEachProfession(known)) refusals.push('pair-legal-and-behavioural');
  const anyFull = known.some(({ stage }) => STAGES[stage].isFullMember);
  const allAvailable = known.every(({ stage }) => STAGES[stage].mayMediate);
  if (!allAvailable || (isComplete && !anyFull)) refusals.push('pair-has-full-member');
  return refusals;
}

/** Why one may not take the place of the other. The pair that comes of it is judged by pairRefusals. */
export function replacementRefusals(
  leaving: Mediator | null,
  coming: Mediator | null,
): readonly ReplacementRefusal[] {
  if (!leaving || !coming) return ['pool-knows-mediators'];
  return leaving.profession === coming.profession ? [] : ['same-profession'];
}

const isOneOfEachProfession = (pair: readonly Mediator[]): boolean =>
  pair.length === PROFESSION_CODES.length &&
  PROFESSION_CODES.every((code) => pair.some(({ profession }) => profession === code));
