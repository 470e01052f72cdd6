import type { RequestFacts } from '../request/request.facts';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { reason } from './tries';

const ofEachMediator = ({ pair }: RequestFacts) =>
  (pair?.members ?? [{ mediator: '' }]).map(({ mediator }) => ({ mediator }));

/** The pair of mediators. */
export const MEDIATORS_EVENTS: EventRules<
  'mediators.proposed' | 'mediators.accepted' | 'mediators.declined' | 'mediators.replaced'
> = {
  'mediators.proposed': {
    label: { nl: 'Mediators voorgesteld', en: 'Mediators proposed' },
    needs: [...needs.open, needs.bothSigned, needs.noPairYet, needs.pairOfTwo, needs.mediatorsInOneRole],
    tries: () => [{ mediators: ['?1', '?2'] }],
    records: (_, { mediators }) => ({
      pair: { members: mediators.map((mediator) => ({ mediator, accepted: false })), confirmedOn: null },
    }),
  },
  'mediators.accepted': {
    label: { nl: 'Mediator aanvaardt', en: 'Mediator accepted' },
    needs: [...needs.open, needs.mediatorAsked],
    tries: ofEachMediator,
    records: ({ pair }, { mediator }, { on }) => {
      const members = (pair?.members ?? []).map((member) =>
        member.mediator === mediator ? { mediator, accepted: true } : member,
      );
      return { pair: { members, confirmedOn: members.every(({ accepted }) => accepted) ? on : null } };
    },
  },
  'mediators.declined': {
    label: { nl: 'Mediator wijst af', en: 'Mediator declined' },
    needs: [...needs.open, needs.mediatorProposed, needs.pairNotConfirmed],
    tries: ofEachMediator,
    records: () => ({ pair: null }),
  },
  'mediators.replaced': {
    label: { nl: 'Mediator vervangen', en: 'Mediator replaced' },
    needs: [
      ...needs.open,
      needs.pairConfirmed,
      needs.mediatorInPair,
      needs.replacementIsNew,
      needs.replacementInOneRole,
    ],
    tries: (facts) => ofEachMediator(facts).map(({ mediator }) => ({ mediator, by: '?', reason })),
    records: ({ pair }, { mediator, by }) => ({
      pair: pair && {
        ...pair,
        members: pair.members.map((member) =>
          member.mediator === mediator ? { mediator: by, accepted: true } : member,
        ),
      },
    }),
  },
};
