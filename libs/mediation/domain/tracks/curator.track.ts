import { requestSetup } from '../request/request.setup';

const looksAgain = { target: '.weighing', guard: 'accepted' } as const;
const at = (step: 'asked' | 'accepted' | 'appointed' | 'reported' | 'discharged') =>
  ({ target: step, guard: { type: 'curatorEarliestAt', params: { step } } }) as const;

/**
 * The special curator: a track beside the mediation, also when that never starts. With several curators the track
 * stands where the earliest of them stands; a child still without one keeps it at "required".
 */
export const curatorTrack = requestSetup.createStateConfig({
  initial: 'weighing',
  meta: { nl: 'Bijzondere curator', en: 'Special curator' },
  on: {
    'court.dates_changed': looksAgain,
    'directions_hearing.held': looksAgain,
    'curator.asked': looksAgain,
    'curator.accepted': looksAgain,
    'curator.declined': looksAgain,
    'curator.appointed': looksAgain,
    'curator.reported': looksAgain,
    'curator.discharged': looksAgain,
  },
  states: {
    weighing: {
      always: [
        { target: 'required', guard: 'curatorRequired' },
        at('asked'),
        at('accepted'),
        at('appointed'),
        at('reported'),
        at('discharged'),
        { target: 'not_required' },
      ],
    },
    not_required: { meta: { nl: 'Niet nodig', en: 'Not required' } },
    required: { meta: { nl: 'Nodig', en: 'Required' } },
    asked: { meta: { nl: 'Gevraagd', en: 'Asked' } },
    accepted: { meta: { nl: 'Aanvaard', en: 'Accepted' } },
    appointed: { meta: { nl: 'Benoemd', en: 'Appointed' } },
    reported: { meta: { nl: 'Verslag ingediend', en: 'Reported' } },
    discharged: { meta: { nl: 'Ontslagen', en: 'Discharged' } },
  },
});
