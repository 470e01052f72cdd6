import { requestSetup } from '../request/request.setup';

const accepted = 'accepted' as const;

/** The pair of mediators: proposed together, confirmed by two acceptances. */
export const mediatorsTrack = requestSetup.createStateConfig({
  initial: 'to_propose',
  meta: { nl: 'Mediators', en: 'Mediators' },
  states: {
    to_propose: {
      meta: { nl: 'Voor te stellen', en: 'To propose' },
      on: { 'mediators.proposed': { target: 'proposed', guard: accepted } },
    },
    proposed: {
      meta: { nl: 'Voorgesteld', en: 'Proposed' },
      on: {
        'mediators.accepted': { target: 'counting', guard: accepted },
        'mediators.declined': { target: 'to_propose', guard: accepted },
      },
    },
    counting: { always: [{ target: 'confirmed', guard: 'pairConfirmed' }, { target: 'proposed' }] },
    confirmed: { meta: { nl: 'Bevestigd', en: 'Confirmed' } },
  },
});
