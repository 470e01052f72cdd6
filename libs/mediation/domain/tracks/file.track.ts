import { requestSetup } from '../request/request.setup';

const accepted = 'accepted' as const;

/** The file: open, suspended or closed. Everything else happens in an open file. */
export const fileTrack = requestSetup.createStateConfig({
  initial: 'open',
  meta: { nl: 'Dossier', en: 'File' },
  states: {
    open: {
      meta: { nl: 'Open', en: 'Open' },
      on: {
        'request.suspended': { target: 'suspended', guard: accepted },
        'request.closed': { target: 'closed', guard: accepted },
      },
    },
    suspended: {
      meta: { nl: 'Opgeschort', en: 'Suspended' },
      on: {
        'request.resumed': { target: 'open', guard: accepted },
        'outcome.recorded': { target: 'open', guard: accepted },
        'request.not_started': { target: 'open', guard: accepted },
        'request.stopped_after_intake': { target: 'open', guard: accepted },
        'request.withdrawn': { target: 'open', guard: accepted },
        'request.overtaken': { target: 'open', guard: accepted },
      },
    },
    closed: {
      meta: { nl: 'Gesloten', en: 'Closed' },
      on: { 'request.reopened': { target: 'open', guard: accepted } },
    },
  },
});
