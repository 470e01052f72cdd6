import { requestSetup } from '../request/request.setup';

const looksAgain = { target: '.weighing', guard: 'accepted' } as const;

/** The sessions as a whole; each session's own state is a fact. */
export const sessionsTrack = requestSetup.createStateConfig({
  initial: 'to_plan',
  meta: { nl: 'Sessies', en: 'Sessions' },
  on: { 'sessions.planned': looksAgain, 'session.held': looksAgain, 'session.cancelled': looksAgain },
  states: {
    weighing: {
      always: [
        { target: 'planned', guard: 'sessionsToHold' },
        { target: 'held', guard: 'sessionsHeld' },
        { target: 'to_plan' },
      ],
    },
    to_plan: { meta: { nl: 'Te plannen', en: 'To plan' } },
    planned: { meta: { nl: 'Gepland', en: 'Planned' } },
    held: { meta: { nl: 'Gehouden', en: 'Held' } },
  },
});
