import * as asks from '../request/request.questions';
import { always, need } from './need';
import { hasNoOtherRole } from './one-role';

/* The pair of mediators. */

export const noPairYet = always('no-pair-yet', ({ pair }) => pair === null);
export const pairOfTwo = need<{ readonly mediators: readonly string[] }>(
  'pair-of-two',
  (_, { mediators }) => mediators.length === 2 && mediators[0] !== mediators[1],
);
export const mediatorAsked = need<{ readonly mediator: string }>(
  'mediator-asked',
  ({ pair }, { mediator }) =>
    pair?.members.some((member) => member.mediator === mediator && !member.accepted) ?? false,
);
export const mediatorProposed = need<{ readonly mediator: string }>('mediator-asked', (facts, { mediator }) =>
  asks.isMediator(facts, mediator),
);
export const pairNotConfirmed = always('pair-not-confirmed', (facts) => !asks.isPairConfirmed(facts));
export const pairConfirmed = always('pair-confirmed', asks.isPairConfirmed);
export const mediatorInPair = need<{ readonly mediator: string }>('mediator-in-pair', (facts, { mediator }) =>
  asks.isMediator(facts, mediator),
);
export const replacementIsNew = need<{ readonly by: string }>(
  'replacement-is-new',
  (facts, { by }) => !asks.isMediator(facts, by),
);
export const mediatorsInOneRole = need<{ readonly mediators: readonly string[] }>(
  'one-role-per-family',
  (facts, event) => event.mediators.every((person) => hasNoOtherRole(facts, person, 'mediator')),
);
export const replacementInOneRole = need<{ readonly by: string }>('one-role-per-family', (facts, { by }) =>
  hasNoOtherRole(facts, by, 'mediator'),
);
